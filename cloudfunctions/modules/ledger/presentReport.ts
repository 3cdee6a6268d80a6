import { findRegionName } from '@functions/modules/region/service';
import type { Output } from '@shared/contract';
import type { ReadRow } from '@shared/modules/ledger/importRows';
import { importReport } from '@shared/modules/ledger/importReport';
import { importReasonAdvice, importReasonLabels, type ImportReason } from '@shared/modules/ledger/reasons';

type Report = Output<'ledger.importCommit'>;

/** What was wrong and what to do about it, one sentence a reason. */
export const reasonSentences = (reasons: readonly ImportReason[]): string[] =>
  reasons.map((reason) => `${importReasonLabels[reason]}。${importReasonAdvice[reason]}`);

/** The report of an import; rows that were simply imported are counted, not listed. */
export function presentReport(rows: readonly ReadRow[]): Report {
  const { imported, review, rejected, ignored } = importReport(rows);
  const alreadyThere = rows.filter(({ reasons }) => reasons.includes('alreadyImported')).length;
  return {
    imported,
    alreadyThere,
    review: { ...review } as Record<string, number>,
    rejected: { ...rejected } as Record<string, number>,
    ignored: ignored - alreadyThere,
    rows: rows.flatMap(({ row, outcome, reasons, record }) =>
      outcome === 'imported' || reasons.includes('alreadyImported')
        ? []
        : [
            {
              row,
              outcome,
              reasons,
              sentences: reasonSentences(reasons),
              name: record.name,
              communityName: (record.regionCode && findRegionName(record.regionCode)) || record.communityText,
            },
          ],
    ),
  };
}
