import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { RegionCode } from '@shared/kernel/regionScope';
import type { ReadRow } from '@shared/modules/ledger/importRows';
import { findTownship } from '@functions/modules/region/service';
import type { Ctx } from '@functions/platform/context';
import { addImported } from './addImported';
import type { PreparedImport } from './importSource';
import { valuesOf } from './rowValues';

const batchRows = 500;

const inBatches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / batchRows) }, (_, index) =>
    items.slice(index * batchRows, (index + 1) * batchRows),
  );

/** Who finds the draft on his desk: the community's people where it is known, else the street's, else those of the import's region. */
function draftRegion({ record }: ReadRow, within: RegionCode): RegionCode {
  return (
    record.regionCode ?? (record.streetText === '' ? undefined : findTownship(record.streetText, within)) ?? within
  );
}

/** Keeps rows that need a look. @returns digests of those that were kept; the others were there already */
async function keepDrafts(ctx: Ctx, prepared: PreparedImport, rows: readonly ReadRow[]): Promise<Set<string>> {
  const list = (read: (row: ReadRow) => string | number) => sql.param(rows.map(read));
  const { rows: kept } = await ctx.tx.execute<{ digest: string }>(sql`
    insert into ledger_draft (id, region_code, file_name, digest, row, reasons, values, status, created_at)
    select id, region_code, ${prepared.fileName}, digest, row_number, array(select jsonb_array_elements_text(reasons::jsonb)), kept::jsonb, 'open', ${ctx.now.toISOString()}::timestamptz
    from unnest(${list(() => randomUUID())}::uuid[], ${list((row) => draftRegion(row, prepared.regionCode))}::text[], ${list(prepared.digestOf)}::text[],
      ${list(({ row }) => row)}::int[], ${list(({ reasons }) => JSON.stringify(reasons))}::text[], ${list((row) => JSON.stringify(valuesOf(row)))}::text[])
      as given (id, region_code, digest, row_number, reasons, kept)
    on conflict (digest) do nothing returning digest`);
  return new Set(kept.map(({ digest }) => digest));
}

const alreadyThere = (row: ReadRow): ReadRow => ({
  ...row,
  outcome: 'ignored',
  reasons: ['alreadyImported'],
  problems: [],
});
const takenMeanwhile = (row: ReadRow): ReadRow => ({
  ...row,
  outcome: 'review',
  reasons: ['duplicateInLedger'],
  problems: [{ reason: 'duplicateInLedger', field: 'name', text: row.record.name }],
});

/** Digests an import that ran beside this one has remembered since the file was read. */
async function rememberedSince(ctx: Ctx, digests: readonly string[]): Promise<Set<string>> {
  const { rows } = await ctx.tx.execute<{ digest: string }>(
    sql`select digest from ledger_imported where digest = any(${sql.param(digests)}::text[])`,
  );
  return new Set(rows.map(({ digest }) => digest));
}

/**
 * Writes a prepared import: rows into the directory, rows to be looked at into the drafts. Unique keys decide what is new,
 * also when two people import the same file at once.
 * @returns every row with what became of it
 */
export async function writeImport(ctx: Ctx, prepared: PreparedImport): Promise<ReadRow[]> {
  const { ledger, fileName, categories, digestOf } = prepared;
  const outcome = new Map<ReadRow, ReadRow>();
  for (const batch of inBatches(ledger.rows.filter((row) => row.outcome === 'imported'))) {
    const added = await addImported(
      ctx,
      batch.map((row) => ({ row: row.row, digest: digestOf(row), record: row.record })),
      fileName,
      categories,
    );
    const refused = batch.filter((row) => !added.has(digestOf(row)));
    if (refused.length === 0) continue;
    const remembered = await rememberedSince(ctx, refused.map(digestOf));
    for (const row of refused)
      outcome.set(row, remembered.has(digestOf(row)) ? alreadyThere(row) : takenMeanwhile(row));
  }
  const rows = ledger.rows.map((row) => outcome.get(row) ?? row);
  const unkept = new Set<ReadRow>();
  for (const batch of inBatches(rows.filter((row) => row.outcome === 'review'))) {
    const kept = await keepDrafts(ctx, prepared, batch);
    for (const row of batch) if (!kept.has(digestOf(row))) unkept.add(row);
  }
  return rows.map((row) => (unkept.has(row) ? alreadyThere(row) : row));
}
