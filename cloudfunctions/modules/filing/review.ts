import type { ChecklistItem, RuleSetData } from '@shared/modules/filing/ruleSet';
import type { FilingDetail } from '@shared/modules/filing/schema';
import type { FilingCase, FilingRow } from './filingCase';

type ReviewView = NonNullable<FilingDetail['review']>;

/** Only a set-up is scored; the other kinds are examined with a written opinion. */
const checklistOf = (row: FilingRow, rules: RuleSetData): readonly ChecklistItem[] =>
  row.kind === 'setup' ? rules.checklist : [];

/** 审查清单：逐项打分，加书面意见（R4）。 */
export function reviewOf({ row, rules }: Pick<FilingCase, 'row' | 'rules'>): ReviewView {
  const checklist = checklistOf(row, rules.data);
  const scores = row.reviewScores ?? {};
  const scored = checklist.map(({ id }) => scores[id]);
  return {
    scores,
    opinion: row.reviewOpinion ?? '',
    committeeOpinion: row.committeeOpinion ?? '',
    total: scored.reduce<number>((sum, score) => sum + (score ?? 0), 0),
    passScore: row.kind === 'setup' ? rules.data.passScore : 0,
    complete: scored.every((score) => score !== undefined) && (row.reviewOpinion ?? '').trim() !== '',
  };
}
