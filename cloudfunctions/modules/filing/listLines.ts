import { inArray } from 'drizzle-orm';
import type { FilingLine } from '@shared/modules/filing/schema';
import { factsOf } from '@functions/modules/organization/service';
import type { Ctx } from '@functions/platform/context';
import { suspectedRecords } from './duplicates';
import { involvedIn, phoneOf, recordOf, type FilingRow } from './filingCase';
import { categoryLabelOf, presentLine } from './presentFiling';
import { ruleSetsAt } from './ruleSets';
import { filing, filingPersonal } from './tables';

/** The rows with these ids, in this order, as lines of a list. Who may see them is asked before. */
export async function linesOf(ctx: Ctx, ids: readonly string[]): Promise<FilingLine[]> {
  if (ids.length === 0) return [];
  const found = await ctx.tx
    .select()
    .from(filing)
    .where(inArray(filing.id, [...ids]));
  const personal = await ctx.tx
    .select()
    .from(filingPersonal)
    .where(inArray(filingPersonal.filingId, [...ids]));
  const answersOf = new Map(personal.map((row) => [row.filingId, row.answers]));
  const rulesOf = await ruleSetsAt(
    ctx.tx,
    found.map((row) => ({ id: row.ruleSetId, version: row.ruleSetVersion })),
  );
  const phone = await phoneOf(ctx.tx, ctx.actor);

  const present = async (row: FilingRow): Promise<FilingLine> => {
    const answers = answersOf.get(row.id) ?? {};
    const organization =
      row.organizationId && row.kind !== 'setup' ? await factsOf(ctx.tx, row.organizationId) : undefined;
    const rules = rulesOf({ id: row.ruleSetId, version: row.ruleSetVersion }).data;
    const simple = row.status === 'submitted' && (await suspectedRecords(ctx.tx, { ...row, answers })).length === 0;
    const record = recordOf(row, involvedIn(ctx.actor, phone, answers, organization));
    return presentLine(ctx, row, {
      record,
      rules,
      simple,
      categoryLabel: categoryLabelOf(row, rules) ?? (organization?.categoryLabel || null),
    });
  };
  const lines: FilingLine[] = [];
  for (const id of ids) {
    const row = found.find((each) => each.id === id);
    if (row) lines.push(await present(row));
  }
  return lines;
}
