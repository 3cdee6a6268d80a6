import { eq, sql } from 'drizzle-orm';
import type { UseCase } from '@functions/platform/useCase';
import { messageTemplates } from '@shared/modules/notification/contract';
import { subscribePermit } from '../tables';

/** 登记订阅授权：每同意一次，多一条可发。 */
export const recordPermits: UseCase<'inbox.recordPermits'> = async (ctx, { accepted }) => {
  const userId = ctx.actor.userId ?? '';
  for (const template of new Set(accepted)) {
    await ctx.tx
      .insert(subscribePermit)
      .values({ userId, template, left: 1 })
      .onConflictDoUpdate({
        target: [subscribePermit.userId, subscribePermit.template],
        set: { left: sql`${subscribePermit.left} + 1` },
      });
  }
  const rows = await ctx.tx.select().from(subscribePermit).where(eq(subscribePermit.userId, userId));
  return {
    left: messageTemplates.map((template) => ({
      template,
      count: rows.find((row) => row.template === template)?.left ?? 0,
    })),
  };
};
