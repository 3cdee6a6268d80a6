import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { countCap } from '@shared/kernel/paging';
import { scopeRange } from '@shared/kernel/regionScope';
import type { ImportReason } from '@shared/modules/ledger/reasons';
import { narrowedRegion } from '@functions/modules/organization/scope';
import type { UseCase } from '@functions/platform/useCase';
import { reasonSentences } from '../presentReport';
import { ledgerDraftRow } from '../tables';

/** 辖区内待核实的导入行，先来的在前。 */
export const listDrafts: UseCase<'ledger.drafts'> = async (ctx, { page, pageSize }) => {
  const { lo, hi } = scopeRange(narrowedRegion(ctx.actor, undefined));
  const open = and(
    eq(ledgerDraftRow.status, 'open'),
    gte(ledgerDraftRow.regionCode, lo),
    lt(ledgerDraftRow.regionCode, hi),
  );
  const few = ctx.tx
    .select({ one: sql`1` })
    .from(ledgerDraftRow)
    .where(open)
    .limit(countCap + 1);
  const count = await ctx.tx.execute<{ count: number }>(sql`select count(*)::int as count from (${few}) as few`);
  const total = count.rows[0]?.count ?? 0;
  const rows = await ctx.tx
    .select()
    .from(ledgerDraftRow)
    .where(open)
    .orderBy(
      asc(ledgerDraftRow.createdAt),
      asc(ledgerDraftRow.fileName),
      asc(ledgerDraftRow.row),
      asc(ledgerDraftRow.id),
    )
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return {
    items: rows.map(({ id, row, fileName, reasons, values, createdAt }) => ({
      ...{ id, row, fileName, reasons, values },
      sentences: reasonSentences(reasons as ImportReason[]),
      createdAt: createdAt.toISOString(),
    })),
    page,
    pageSize,
    total: Math.min(total, countCap),
    totalIsExact: total <= countCap,
  };
};
