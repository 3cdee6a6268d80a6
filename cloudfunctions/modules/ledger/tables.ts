import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { codeText, instant } from '@functions/platform/columns';

/** 导入时需要人核实的行：原样保留，一行也不丢。 */
export const ledgerDraftRow = pgTable(
  'ledger_draft',
  {
    id: uuid('id').primaryKey(),
    regionCode: codeText('region_code').notNull(),
    fileName: text('file_name').notNull(),
    /** Digest of region and cells: the same row imported twice is one draft */
    digest: text('digest').notNull(),
    row: integer('row').notNull(),
    reasons: text('reasons').array().notNull(),
    values: jsonb('values').$type<Record<string, string>>().notNull(),
    /** open | imported | dropped */
    status: text('status').notNull(),
    resolution: text('resolution'),
    createdAt: instant('created_at').notNull(),
    resolvedAt: instant('resolved_at'),
  },
  (t) => [uniqueIndex('ledger_draft_digest').on(t.digest), index('ledger_draft_open').on(t.status, t.regionCode)],
);

/** 已入账的导入行：同一行再导入一次，什么也不加。 */
export const ledgerImportedRow = pgTable(
  'ledger_imported',
  {
    /** As in `ledger_draft` */
    digest: text('digest').primaryKey(),
    organizationId: uuid('organization_id').notNull(),
    fileName: text('file_name').notNull(),
    row: integer('row').notNull(),
    importedAt: instant('imported_at').notNull(),
  },
  (t) => [index('ledger_imported_organization').on(t.organizationId)],
);
