import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Answers already given, replayed for 30 days: one command, one effect. */
export const storedAnswer = pgTable(
  'stored_answer',
  {
    actorKey: text('actor_key').notNull(),
    requestId: text('request_id').notNull(),
    action: text('action').notNull(),
    inputDigest: text('input_digest').notNull(),
    /** JSON of the reply; null only inside the transaction that makes it */
    answer: text('answer'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorKey, t.requestId] }), index('stored_answer_created').on(t.createdAt)],
);

/** Append-only, hash-chained per aggregate. The app role may insert and select, nothing else. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    aggregate: text('aggregate').notNull(),
    aggregateId: text('aggregate_id').notNull(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    action: text('action').notNull(),
    actorUserId: uuid('actor_user_id'),
    /** Canonical JSON: actor name, hat, note, changed fields, digests, request id */
    body: text('body').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ name: 'audit_entry_pkey', columns: [t.aggregate, t.aggregateId, t.seq] }),
    index('audit_entry_actor').on(t.actorUserId, t.at),
  ],
);

/** Messages to deliver outside the database, written with the change that causes them. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid('id').primaryKey(),
    /** Two rows with one key are one message */
    dedupeKey: text('dedupe_key').notNull().unique(),
    userId: uuid('user_id').notNull(),
    template: text('template').notNull(),
    payload: text('payload').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    createdAt: instant('created_at').notNull(),
    deliveredAt: instant('delivered_at'),
    /** Why it was given up: no permit left, refused too often */
    droppedReason: text('dropped_reason'),
  },
  (t) => [index('outbox_due').on(t.nextAt)],
);
