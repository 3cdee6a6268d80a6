import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { foldText, grams } from '@shared/kernel/text';
import type { CategoryItem } from '@shared/modules/ledger/categories';
import type { LedgerRecord } from '@shared/modules/ledger/importRows';
import type { Ctx } from '@functions/platform/context';
import { writeFirstAudits } from '@functions/platform/bulkAudit';

/** One row to be taken into the directory. */
export interface ImportedRow {
  row: number;
  digest: string;
  record: LedgerRecord;
}

type Value = string | number | null | undefined;

/** One array parameter a column: a statement of a few parameters whatever the number of rows. */
const table = (columns: Record<string, [type: string, values: Value[]]>): { names: SQL; from: SQL } => ({
  names: sql.raw(Object.keys(columns).join(', ')),
  from: sql`unnest(${sql.join(
    Object.values(columns).map(
      ([type, values]) => sql`${sql.param(values.map((value) => value ?? null))}::${sql.raw(type)}[]`,
    ),
    sql`, `,
  )}) as given (${sql.raw(Object.keys(columns).join(', '))})`,
});

const extraOf = ({ otherPhones, others, foundedOnPrecision }: LedgerRecord): string | null => {
  const extra = {
    ...(otherPhones.length > 0 && { otherPhones }),
    ...(Object.keys(others).length > 0 && { others }),
    ...(foundedOnPrecision !== undefined && foundedOnPrecision !== 'day' && { foundedOnPrecision }),
  };
  return Object.keys(extra).length > 0 ? JSON.stringify(extra) : null;
};

/**
 * Takes rows into the directory as active organizations of origin `import`, with the old filing code if they have one.
 * A row whose name or number somebody else took meanwhile is not added.
 * @returns ids of the organizations added, by digest
 */
export async function addImported(
  ctx: Ctx,
  rows: readonly ImportedRow[],
  fileName: string,
  categories: readonly CategoryItem[],
): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const at = ctx.now.toISOString();
  const labels = new Map(categories.map(({ code, label }) => [code, label]));
  const ids = rows.map(() => randomUUID());
  const folded = rows.map(({ record }) => foldText(record.name));
  const of = (read: (record: LedgerRecord) => Value): Value[] => rows.map(({ record }) => read(record));
  const community = of(({ regionCode }) => regionCode);

  const facts = table({
    id: ['uuid', ids],
    kind: ['text', of(({ uscc }) => (uscc === undefined ? 'filed' : 'registered'))],
    name: ['text', of(({ name }) => name)],
    name_folded: ['text', folded],
    pieces: ['text', folded.map((name) => JSON.stringify(grams(name)))],
    community_code: ['text', community],
    category: ['text', of(({ category }) => category)],
    category_label: [
      'text',
      of(({ category, categoryText }) => (category && labels.get(category)) || categoryText || null),
    ],
    status: ['text', of(({ validTo }) => (validTo !== undefined && validTo < ctx.today ? 'lapsed' : 'active'))],
    filing_code: ['text', of(({ filingCode }) => filingCode)],
    uscc: ['text', of(({ uscc }) => uscc)],
    founded_on: ['text', of(({ foundedOn }) => foundedOn)],
    valid_from: ['text', of(({ filedOn }) => filedOn)],
    valid_to: ['text', of(({ validTo }) => validTo)],
    member_count: ['integer', of(({ memberCount }) => memberCount)],
    party_member_count: ['integer', of(({ partyMemberCount }) => partyMemberCount)],
    purpose: ['text', of(({ purpose }) => purpose || null)],
  });
  const { rows: added } = await ctx.tx.execute<{ id: string }>(sql`
    insert into organization (id, kind, name, name_folded, name_grams, community_code, category, category_label, status, filing_code, uscc,
      founded_on, valid_from, valid_to, member_count, party_member_count, purpose, origin, created_at, updated_at)
    select id, kind, name, name_folded, array(select jsonb_array_elements_text(pieces::jsonb)), community_code, category, category_label, status,
      filing_code, uscc, founded_on, valid_from, valid_to, member_count, party_member_count, purpose, 'import', ${at}::timestamptz, ${at}::timestamptz
    from ${facts.from} on conflict do nothing returning id`);
  const isAdded = new Set(added.map(({ id }) => id));
  const kept = rows.flatMap((row, index) => (isAdded.has(ids[index] ?? '') ? [{ ...row, id: ids[index] ?? '' }] : []));
  if (kept.length === 0) return new Map();

  const keptOf = (read: (record: LedgerRecord) => Value): Value[] => kept.map(({ record }) => read(record));
  const personal = table({
    organization_id: ['uuid', kept.map(({ id }) => id)],
    community_code: ['text', keptOf(({ regionCode }) => regionCode)],
    leader_name: ['text', keptOf(({ leaderName }) => leaderName || null)],
    leader_id_number: ['text', keptOf(({ leaderIdNumber }) => leaderIdNumber)],
    leader_phone: ['text', keptOf(({ leaderPhone }) => leaderPhone)],
    venue_address: ['text', keptOf(({ venue }) => venue || null)],
    ledger_note: ['text', keptOf(({ note }) => note || null)],
    ledger_extra: ['text', keptOf(extraOf)],
  });
  await ctx.tx.execute(sql`
    insert into organization_personal (${personal.names})
    select organization_id, community_code, leader_name, leader_id_number, leader_phone, venue_address, ledger_note, ledger_extra::jsonb from ${personal.from}`);
  const remembered = table({
    digest: ['text', kept.map(({ digest }) => digest)],
    organization_id: ['uuid', kept.map(({ id }) => id)],
    row_number: ['integer', kept.map(({ row }) => row)],
  });
  await ctx.tx.execute(sql`
    insert into ledger_imported (digest, organization_id, row, file_name, imported_at)
    select digest, organization_id, row_number, ${fileName}, ${at}::timestamptz from ${remembered.from} on conflict do nothing`);
  await writeFirstAudits(
    ctx.tx,
    kept.map(({ id, row, record }) => ({
      aggregate: 'organization' as const,
      id,
      action: 'organization.imported',
      note: `${fileName} 第 ${row} 行`,
      after: record,
    })),
    { actor: ctx.actor, at: ctx.now, requestId: ctx.requestId },
  );
  return new Map(kept.map(({ digest, id }) => [digest, id]));
}
