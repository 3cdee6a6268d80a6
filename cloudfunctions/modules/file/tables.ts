import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { FileKind, FilePurpose, FileStatus } from '@shared/modules/file/schema';
import { instant } from '@functions/platform/columns';
import { appUser } from '@functions/modules/user/tables';

/** 上传或生成的文件。The bytes lie in the storage; only inspected ones have a `storageKey`. */
export const storedFile = pgTable(
  'stored_file',
  {
    id: uuid('id').primaryKey(),
    ownerUserId: uuid('owner_user_id')
      .notNull()
      .references(() => appUser.id),
    name: text('name').notNull(),
    /** What the name says until the bytes were looked at, then what they are */
    kind: text('kind').$type<FileKind>().notNull(),
    purpose: text('purpose').$type<FilePurpose>().notNull(),
    /** Announced size until the bytes were looked at, then the size kept */
    bytes: integer('bytes').notNull(),
    /** Of the bytes kept */
    sha256: text('sha256'),
    /** Where the client sends the bytes; never read again once they were inspected, removed by the sweep */
    uploadKey: text('upload_key'),
    /** Where the inspected bytes lie; no client can write there */
    storageKey: text('storage_key'),
    status: text('status').$type<FileStatus>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Made by the system for one download (exports, certificates): removed after this */
    expiresAt: instant('expires_at'),
  },
  (t) => [
    index('stored_file_owner').on(t.ownerUserId, t.createdAt),
    index('stored_file_uploads')
      .on(t.createdAt)
      .where(sql`upload_key is not null`),
    index('stored_file_expiring')
      .on(t.expiresAt)
      .where(sql`expires_at is not null`),
    check('stored_file_ready', sql`status = 'prepared' or (storage_key is not null and sha256 is not null)`),
  ],
);

export type StoredFileRow = typeof storedFile.$inferSelect;
