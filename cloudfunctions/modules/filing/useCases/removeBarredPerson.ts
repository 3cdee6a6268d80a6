import { and, eq, gte, isNull, lt } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import { scopeRange } from '@shared/kernel/regionScope';
import type { UseCase } from '@functions/platform/useCase';
import { barredPerson } from '../tables';

/** 移出禁入名单：由列入地区的部门移出，写明理由。 */
export const removeBarredPerson: UseCase<'barredPerson.remove'> = async (ctx, { id, reason }) => {
  const { regionCode } = ctx.actor.hat;
  if (regionCode === null) throw new AppError('FORBIDDEN');
  const { lo, hi } = scopeRange(regionCode);
  const removed = await ctx.tx
    .update(barredPerson)
    .set({ removedAt: ctx.now })
    .where(
      and(
        eq(barredPerson.id, id),
        isNull(barredPerson.removedAt),
        gte(barredPerson.regionCode, lo),
        lt(barredPerson.regionCode, hi),
      ),
    )
    .returning({ id: barredPerson.id });
  if (removed.length === 0)
    throw new AppError('NOT_FOUND', { message: '没有找到这个人，或者他由别的地区列入，请联系列入的部门' });
  ctx.audit({ aggregate: 'barredPerson', id, note: reason });
  return {};
};
