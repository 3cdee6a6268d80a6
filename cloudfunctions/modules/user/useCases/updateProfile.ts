import { eq } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import type { UseCase } from '@functions/platform/useCase';
import { presentSession } from '../presenter';
import { usersWithPhones } from '../service';
import { appUser } from '../tables';

/** 修改姓名、电话、长辈模式。 */
export const updateProfile: UseCase<'user.updateProfile'> = async (ctx, { name, phone, elderMode }) => {
  const userId = ctx.actor.userId ?? '';
  if (phone !== undefined) {
    const taken = (await usersWithPhones(ctx.tx, [phone])).some(({ id }) => id !== userId);
    if (taken)
      throw new AppError('BAD_INPUT', {
        fields: [{ field: 'phone', message: '这个手机号已被另一位用户使用，请核对号码' }],
      });
  }
  const changes = {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(elderMode !== undefined && { elderMode }),
  };
  if (Object.keys(changes).length > 0) await ctx.tx.update(appUser).set(changes).where(eq(appUser.id, userId));
  ctx.audit({ aggregate: 'user', id: userId, changed: Object.keys(changes) });
  return presentSession(ctx);
};
