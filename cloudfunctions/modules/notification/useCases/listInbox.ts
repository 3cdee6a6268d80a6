import { desc, eq } from 'drizzle-orm';
import type { UseCase } from '@functions/platform/useCase';
import { inboxMessage } from '../tables';

/** 我的消息，新的在前。 */
export const listInbox: UseCase<'inbox.list'> = async (ctx, { page, pageSize }) => {
  const rows = await ctx.tx
    .select()
    .from(inboxMessage)
    .where(eq(inboxMessage.userId, ctx.actor.userId ?? ''))
    .orderBy(desc(inboxMessage.createdAt), desc(inboxMessage.id))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize);
  const items = rows.slice(0, pageSize).map(({ id, title, body, link, createdAt, readAt }) => ({
    id,
    title,
    body,
    link,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }));
  return { items, page, pageSize, total: (page - 1) * pageSize + items.length, totalIsExact: rows.length <= pageSize };
};
