import type { ImportReason } from './reasons';
import type { ReadRow } from './importRows';

/** What an import came to. `review` and `rejected` count rows by reason; a row with two reasons counts under both. */
export interface ImportReport {
  imported: number;
  review: Partial<Record<ImportReason, number>>;
  rejected: Partial<Record<ImportReason, number>>;
  ignored: number;
  /** The rows that were not simply imported, in the order of the sheet */
  rows: { row: number; outcome: ReadRow['outcome']; reasons: ImportReason[] }[];
}

const countReasons = (rows: readonly ReadRow[]): Partial<Record<ImportReason, number>> => {
  const counts: Partial<Record<ImportReason, number>> = {};
  for (const reason of rows.flatMap(({ reasons }) => reasons)) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};

/** Sums up the rows of one file. */
export function importReport(rows: readonly ReadRow[]): ImportReport {
  const of = (outcome: ReadRow['outcome']) => rows.filter((row) => row.outcome === outcome);
  return {
    imported: of('imported').length,
    review: countReasons(of('review')),
    rejected: countReasons(of('rejected')),
    ignored: of('ignored').length,
    rows: rows.flatMap(({ row, outcome, reasons }) => (outcome === 'imported' ? [] : [{ row, outcome, reasons }])),
  };
}
