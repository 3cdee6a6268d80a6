import { sql, type SQL } from 'drizzle-orm';
import type { CivilDate } from '@shared/kernel/civilDate';
import { countCap } from '@shared/kernel/paging';
import { scopeRange, type RegionCode } from '@shared/kernel/regionScope';
import { foldText, gramsOfQuery } from '@shared/kernel/text';
import type { OrganizationKind, OrganizationStatus } from '@shared/modules/organization/schema';
import type { Tx } from '@functions/platform/database';

/** What narrows a look into the directory; the region always does. */
export interface DirectoryFilter {
  regionCode: RegionCode;
  /** Any part of a name, as typed; a whole filing or credit code finds its one organization */
  text?: string;
  kind?: OrganizationKind;
  category?: string;
  status?: OrganizationStatus;
  expiringBy?: CivilDate;
}

/** The columns a line of the directory shows. */
export interface DirectoryRow {
  id: string;
  kind: OrganizationKind;
  name: string;
  communityCode: RegionCode;
  category: string | null;
  categoryLabel: string | null;
  status: OrganizationStatus;
  filingCode: string | null;
  uscc: string | null;
  foundedOn: string | null;
  validFrom: string | null;
  validTo: string | null;
  memberCount: number | null;
}

export interface DirectoryPage {
  rows: DirectoryRow[];
  /** Matches, counted up to `countCap` or as far as was looked */
  total: number;
  totalIsExact: boolean;
}

/** Entries of the covering index that are read to see how frequent a text is; a county has fewer, so it is read whole. */
const walkEntries = 4000;
/** From this share of the entries on, walking the order finds a page sooner than collecting all matches. */
const frequentShare = 0.02;
/** A code somebody copied: at least this many letters and digits. */
const codePattern = /^[0-9A-Za-z-]{8,40}$/;

/** The columns of `DirectoryRow`, of a table called `o`. */
export const directoryColumns = sql.raw(
  `o.id, o.kind, o.name, o.community_code as "communityCode", o.category, o.category_label as "categoryLabel", o.status,
   o.filing_code as "filingCode", o.uscc, o.founded_on as "foundedOn", o.valid_from as "validFrom", o.valid_to as "validTo", o.member_count as "memberCount"`,
);

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

const inScope = (regionCode: RegionCode): SQL => {
  const { lo, hi } = scopeRange(regionCode);
  return sql`community_code >= ${lo} and community_code < ${hi}`;
};

/** Kinds and statuses stand in the statement itself: the partial index of unusual rows is found by them. */
const literal = (word: OrganizationKind | OrganizationStatus): SQL => sql.raw(`'${word}'`);

function conditions({ kind, category, status, expiringBy }: DirectoryFilter): SQL {
  return sql.join(
    [
      sql`true`,
      ...(kind ? [sql`kind = ${literal(kind)}`] : []),
      ...(status ? [sql`status = ${literal(status)}`] : []),
      ...(category ? [sql`category = ${category}`] : []),
      ...(expiringBy ? [sql`valid_to <= ${expiringBy}`] : []),
    ],
    sql` and `,
  );
}

/** Conditions of the filter without its text, for those who read the table themselves. */
export const directoryConditions = (filter: DirectoryFilter): SQL =>
  sql`${inScope(filter.regionCode)} and ${conditions(filter)}`;

/** Condition on the name, by way of the substring index. */
export function nameContains(text: string): SQL | undefined {
  const folded = foldText(text);
  if (folded === '') return undefined;
  return sql`name_grams @> ${sql.param(gramsOfQuery(folded))}::text[] and name_folded like ${`%${escapeLike(folded)}%`}`;
}

type Counted = { walked: number; hits: number } & { [column in keyof DirectoryRow]: DirectoryRow[column] | null };

const rowsOf = (found: Counted[]): DirectoryRow[] =>
  found.flatMap(({ walked: _walked, hits: _hits, ...row }) => (row.id === null ? [] : [row as DirectoryRow]));

/** Runs a query that yields `walked`, `hits` and `ids`, and fetches the organizations of the page. */
async function withRows(tx: Tx, counted: SQL): Promise<{ walked: number; hits: number; rows: DirectoryRow[] }> {
  const { rows } = await tx.execute<Counted>(sql`
    select c.walked, c.hits, ${directoryColumns}
    from (${counted}) c
    left join lateral unnest(c.ids) with ordinality as p (id, place) on true
    left join organization o on o.id = p.id
    order by p.place`);
  const [first] = rows;
  return { walked: first?.walked ?? 0, hits: first?.hits ?? 0, rows: rowsOf(rows) };
}

const capped = (hits: number): Pick<DirectoryPage, 'total' | 'totalIsExact'> => ({
  total: Math.min(hits, countCap),
  totalIsExact: hits <= countCap,
});

/** Without a text: two short walks over the covering index, one to count, one to the page. */
async function listAll(tx: Tx, filter: DirectoryFilter, offset: number, limit: number): Promise<DirectoryPage> {
  const where = directoryConditions(filter);
  const { hits, rows } = await withRows(
    tx,
    sql`select 0 as walked,
      (select count(*)::int from (select 1 from organization where ${where} order by community_code, id limit ${countCap + 1}) as few) as hits,
      array(select id from organization where ${where} order by community_code, id limit ${limit} offset ${offset}) as ids`,
  );
  return { rows, ...capped(Math.max(hits, rows.length > 0 ? offset + rows.length : 0)) };
}

/** One whole code: unique keys answer. */
async function findByCode(tx: Tx, filter: DirectoryFilter, code: string): Promise<DirectoryPage | undefined> {
  const { rows } = await tx.execute<DirectoryRow & Record<string, unknown>>(sql`
    select ${directoryColumns} from organization o
    where (filing_code = ${code} or uscc = ${code.toUpperCase()}) and ${directoryConditions(filter)} limit 2`);
  return rows.length > 0 ? { rows, total: rows.length, totalIsExact: true } : undefined;
}

/** Entries in the order of the list that fit; `entries` bounds the walk, without it the walk stops when `enough` are found. */
const walk = (filter: DirectoryFilter, like: string, entries: number | null): SQL => sql`
  select id, name_folded like ${like} and ${conditions(filter)} as fits
  from (
    select id, name_folded, kind, status, category, valid_to from organization
    where ${inScope(filter.regionCode)} order by community_code, id limit ${entries}::bigint
  ) as entry`;

/**
 * By a part of the name. A frequent word is met soon on the way through the list, a rare one is looked up in the substring
 * index; the wrong way round either takes a hundred times as long. The first entries of the list tell which it is.
 */
async function search(
  tx: Tx,
  filter: DirectoryFilter,
  folded: string,
  offset: number,
  limit: number,
): Promise<DirectoryPage> {
  const like = `%${escapeLike(folded)}%`;
  const [from, to] = [offset + 1, offset + limit];
  const near = await withRows(
    tx,
    sql`select walked, cardinality(ids) as hits, ids[${from}::int:${to}::int] as ids
      from (select count(*)::int as walked, coalesce(array_agg(id) filter (where fits), '{}') as ids from (${walk(filter, like, walkEntries)}) as w) as a`,
  );
  if (near.walked < walkEntries) return { rows: near.rows, ...capped(near.hits) };
  if (near.hits / walkEntries >= frequentShare) {
    if (near.hits > to) return { rows: near.rows, total: Math.min(near.hits, countCap), totalIsExact: false };
    const far = await withRows(
      tx,
      sql`select 0 as walked, cardinality(ids) as hits, ids[${from}::int:${to}::int] as ids
        from (select array(select id from (${walk(filter, like, null)}) as w where fits limit ${Math.max(to, countCap) + 1}) as ids) as a`,
    );
    return { rows: far.rows, ...capped(far.hits) };
  }
  const rare = await withRows(
    tx,
    sql`select 0 as walked, cardinality(ids) as hits, ids[${from}::int:${to}::int] as ids
      from (
        select coalesce(array_agg(id order by community_code, id), '{}') as ids from organization
        where ${directoryConditions(filter)} and ${nameContains(folded) ?? sql`true`}
      ) as a`,
  );
  return { rows: rare.rows, ...capped(rare.hits) };
}

/** A page of the directory in the order of communities; nothing personal is read. */
export async function findInDirectory(
  tx: Tx,
  filter: DirectoryFilter,
  offset: number,
  limit: number,
): Promise<DirectoryPage> {
  const code = filter.text?.normalize('NFKC').trim() ?? '';
  const folded = foldText(code);
  if (codePattern.test(code)) {
    const page = await findByCode(tx, filter, code);
    if (page) return offset === 0 ? page : { ...page, rows: [] };
  }
  return folded === '' ? listAll(tx, filter, offset, limit) : search(tx, filter, folded, offset, limit);
}
