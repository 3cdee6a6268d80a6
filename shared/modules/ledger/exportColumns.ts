import { ledgerFieldLabels, type LedgerField } from './fields';

/** 导出的一行；字段与导入的栏目一致，另加状态。 */
export type LedgerExportField = Exclude<LedgerField, 'leaderAndPhone' | 'serial'> | 'status';
export type LedgerExportRow = Partial<Record<LedgerExportField, string | number>> & { name: string };

/** Columns of an exported ledger in their order; widths in characters. */
export const ledgerExportColumns: readonly { field: LedgerExportField; header: string; width: number }[] = [
  { field: 'name', header: ledgerFieldLabels.name, width: 32 },
  { field: 'category', header: ledgerFieldLabels.category, width: 12 },
  { field: 'leaderName', header: ledgerFieldLabels.leaderName, width: 10 },
  { field: 'leaderIdNumber', header: ledgerFieldLabels.leaderIdNumber, width: 22 },
  { field: 'leaderPhone', header: ledgerFieldLabels.leaderPhone, width: 16 },
  { field: 'memberCount', header: ledgerFieldLabels.memberCount, width: 10 },
  { field: 'partyMemberCount', header: ledgerFieldLabels.partyMemberCount, width: 8 },
  { field: 'venue', header: ledgerFieldLabels.venue, width: 32 },
  { field: 'street', header: ledgerFieldLabels.street, width: 14 },
  { field: 'community', header: ledgerFieldLabels.community, width: 24 },
  { field: 'foundedOn', header: ledgerFieldLabels.foundedOn, width: 12 },
  { field: 'filingCode', header: ledgerFieldLabels.filingCode, width: 24 },
  { field: 'filedOn', header: ledgerFieldLabels.filedOn, width: 12 },
  { field: 'validTo', header: ledgerFieldLabels.validTo, width: 12 },
  { field: 'uscc', header: ledgerFieldLabels.uscc, width: 22 },
  { field: 'status', header: '状态', width: 10 },
  { field: 'purpose', header: ledgerFieldLabels.purpose, width: 40 },
  { field: 'note', header: ledgerFieldLabels.note, width: 24 },
];
