import { and, eq, isNull } from 'drizzle-orm';
import type { UseCase } from '@functions/platform/useCase';
import { session } from '../tables';

/** 退出登录：这个人在所有设备上的会话都失效。 */
export const logout: UseCase<'session.logout'> = async (ctx) => {
  await ctx.tx
    .update(session)
    .set({ revokedAt: ctx.now })
    .where(and(eq(session.userId, ctx.actor.userId ?? ''), isNull(session.revokedAt)));
  return {};
};
