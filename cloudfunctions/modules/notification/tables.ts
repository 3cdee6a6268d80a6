import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from '@functions/platform/columns';

/** 站内消息：可靠的通道。 */
export const inboxMessage = pgTable(
  'inbox_message',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    event: text('event').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    link: text('link'),
    /** The same notice is not given twice */
    dedupeKey: text('dedupe_key').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    uniqueIndex('inbox_message_once').on(t.userId, t.dedupeKey),
    index('inbox_message_user').on(t.userId, t.createdAt),
  ],
);

/** 订阅消息授权余量：一次同意，一条消息。 */
export const subscribePermit = pgTable(
  'subscribe_permit',
  { userId: uuid('user_id').notNull(), template: text('template').notNull(), left: integer('left_count').notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.template] })],
);
