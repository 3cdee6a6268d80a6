import { hats, signedIn, staffRoles, streetRoles, type AccessTable } from '@shared/kernel/policy';
import type { ledgerContract } from './contract';

const importRoles = [...streetRoles, 'countyStaff'] as const;

export const ledgerAccess: AccessTable<keyof typeof ledgerContract> = {
  'ledger.readRoster': signedIn,
  'ledger.list': hats(...staffRoles, 'partyStaff', 'federation'),
  'ledger.export': hats(...staffRoles),
  'ledger.importPreview': hats(...importRoles),
  'ledger.importCommit': hats(...importRoles),
  'ledger.drafts': hats(...importRoles),
  'ledger.resolveDraft': hats(...importRoles),
};

/** 导出完整证件号和电话：县级民政，且要写明用途。 */
export const mayExportPersonal = hats('countyStaff');
