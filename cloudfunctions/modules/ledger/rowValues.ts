import { writeDate } from '@shared/modules/ledger/dates';
import { ledgerFields, type LedgerField } from '@shared/modules/ledger/fields';
import type { ReadRow } from '@shared/modules/ledger/importRows';
import type { SheetCell } from '@shared/modules/ledger/cells';
import type { ColumnMapping } from '@shared/modules/ledger/mapping';

/** A row as the clerk finds it again: what was read, and the refused cells with the text that stands in them. */
export function valuesOf({ record, problems }: Pick<ReadRow, 'record' | 'problems'>): Record<string, string> {
  const { foundedOn, foundedOnPrecision = 'day' } = record;
  const read: Partial<Record<LedgerField, string | number | undefined>> = {
    name: record.name,
    category: record.categoryText,
    leaderName: record.leaderName,
    leaderIdNumber: record.leaderIdNumber,
    leaderPhone: [record.leaderPhone ?? [], record.otherPhones].flat().join('、'),
    memberCount: record.memberCount,
    partyMemberCount: record.partyMemberCount,
    venue: record.venue,
    street: record.streetText,
    community: record.communityText,
    foundedOn: foundedOn && writeDate({ date: foundedOn, precision: foundedOnPrecision }),
    filingCode: record.filingCode,
    filedOn: record.filedOn,
    validTo: record.validTo,
    uscc: record.uscc,
    purpose: record.purpose,
    note: record.note,
  };
  const isDuplicate = (reason: string) => reason === 'duplicateInFile' || reason === 'duplicateInLedger';
  for (const { field, reason, text } of problems) if (!isDuplicate(reason) && text !== '') read[field] = text;
  const known = ledgerFields.flatMap((field) =>
    read[field] === undefined || read[field] === '' ? [] : [[field, String(read[field])]],
  );
  return { ...record.others, ...(Object.fromEntries(known) as Record<string, string>) };
}

/** The same values as a one-row sheet, for the engine to read again. Keys that are no field stay columns of their own. */
export function sheetOf(values: Readonly<Record<string, string>>): {
  row: SheetCell[];
  headers: string[];
  mapping: ColumnMapping;
} {
  const keys = Object.keys(values);
  const fields = keys.map((key) => ledgerFields.find((field) => field === key));
  return {
    row: keys.map((key) => ({ kind: 'text', text: values[key] ?? '' })),
    headers: keys.map((key, column) => (fields[column] === undefined ? key : '')),
    mapping: Object.fromEntries(fields.flatMap((field, column) => (field === undefined ? [] : [[column, field]]))),
  };
}
