import { sql } from 'drizzle-orm';
import { countCap } from '@shared/kernel/paging';
import { foldText } from '@shared/kernel/text';
import type { UseCase } from '@functions/platform/useCase';
import { linesOf } from '../listLines';
import { inScopeOf, queuePredicates } from '../queues';

/** 办件队列：辖区内的，最急的在前；已办结的，最近的在前。 */
export const listQueue: UseCase<'filing.queue'> = async (ctx, { queue, text, mineOnly, page, pageSize }) => {
  const folded = foldText(text);
  const me = ctx.actor.userId;
  const conditions = [
    inScopeOf(ctx.actor),
    queuePredicates(ctx.today)[queue],
    ...(folded === '' ? [] : [sql`position(${folded} in f.name_folded) > 0`]),
    ...(mineOnly ? [sql`${me}::uuid in (f.claimed_by, f.accepted_by, f.approved_by)`] : []),
  ];
  const where = sql.join(conditions, sql` and `);
  const order =
    queue === 'done' ? sql`f.decided_at desc nulls last, f.id` : sql`f.due_on nulls last, f.submitted_at, f.id`;
  const { rows } = await ctx.tx.execute<{ ids: string[] | null; total: number }>(sql`
    select
      (select json_agg(p.id) from (select f.id from filing f where ${where} order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}) p) as ids,
      (select count(*)::int from (select 1 from filing f where ${where} limit ${countCap + 1}) c) as total`);
  const { ids, total } = rows[0] ?? { ids: null, total: 0 };
  return {
    items: await linesOf(ctx, ids ?? []),
    page,
    pageSize,
    total: Math.min(total, countCap),
    totalIsExact: total <= countCap,
  };
};
