import { randomUUID } from 'node:crypto';
import { AppError } from '@shared/kernel/errors';
import type { UseCase } from '@functions/platform/useCase';
import { barredPerson } from '../tables';

/** 列入禁入名单：写明理由，可以有期限。 */
export const addBarredPerson: UseCase<'barredPerson.add'> = async (ctx, { name, idNumber, reason, until }) => {
  const { regionCode } = ctx.actor.hat;
  if (regionCode === null || ctx.actor.userId === null) throw new AppError('FORBIDDEN');
  if (until !== undefined && until < ctx.today)
    throw new AppError('BAD_INPUT', { fields: [{ field: 'until', message: '期限已经过了，请选以后的日期' }] });
  const id = randomUUID();
  await ctx.tx.insert(barredPerson).values({
    ...{ id, name, idNumber, regionCode, reason },
    until: until ?? null,
    addedBy: ctx.actor.userId,
    addedByName: ctx.actor.name,
    addedAt: ctx.now,
  });
  ctx.audit({ aggregate: 'barredPerson', id, note: reason });
  return { id };
};
