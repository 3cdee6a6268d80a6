import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { UseCase } from '@functions/platform/useCase';
import { inboxMessage } from '../tables';

/** 标为已读：给出的几条，或全部。 */
export const markRead: UseCase<'inbox.markRead'> = async (ctx, { messageIds }) => {
  const mine = and(eq(inboxMessage.userId, ctx.actor.userId ?? ''), isNull(inboxMessage.readAt));
  await ctx.tx
    .update(inboxMessage)
    .set({ readAt: ctx.now })
    .where(messageIds === undefined ? mine : and(mine, inArray(inboxMessage.id, messageIds)));
  const [left] = await ctx.tx
    .select({ n: sql<number>`count(*)::int` })
    .from(inboxMessage)
    .where(mine);
  return { unread: left?.n ?? 0 };
};
