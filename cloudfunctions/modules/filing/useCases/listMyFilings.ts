import { and, count, desc, eq, ne } from 'drizzle-orm';
import { countCap } from '@shared/kernel/paging';
import type { UseCase } from '@functions/platform/useCase';
import { linesOf } from '../listLines';
import { filing } from '../tables';

/** 我的备案，最近动过的在前；放弃的不列。 */
export const listMyFilings: UseCase<'filing.mine'> = async (ctx, { page, pageSize }) => {
  const mine = and(eq(filing.applicantId, ctx.actor.userId ?? ''), ne(filing.status, 'discarded'));
  const rows = await ctx.tx
    .select({ id: filing.id })
    .from(filing)
    .where(mine)
    .orderBy(desc(filing.updatedAt), filing.id)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [counted] = await ctx.tx.select({ total: count() }).from(filing).where(mine);
  const total = counted?.total ?? 0;
  const items = await linesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return { items, page, pageSize, total: Math.min(total, countCap), totalIsExact: total <= countCap };
};
