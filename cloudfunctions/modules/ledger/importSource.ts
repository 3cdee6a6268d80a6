import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Actor } from '@shared/kernel/actor';
import { AppError } from '@shared/kernel/errors';
import { ancestorAt, covers, regionLevel, type RegionCode } from '@shared/kernel/regionScope';
import { foldText } from '@shared/kernel/text';
import { usccKind } from '@shared/kernel/uscc';
import { categoryFinder, type CategoryItem } from '@shared/modules/ledger/categories';
import type { ImportContext, ReadRow, RowProblem } from '@shared/modules/ledger/importRows';
import { mappingProblem, type ColumnMapping } from '@shared/modules/ledger/mapping';
import { readLedger, type ReadLedger } from '@shared/modules/ledger/readLedger';
import { importReasons } from '@shared/modules/ledger/reasons';
import { ruleSetFor } from '@functions/modules/filing/ruleSets';
import { regionExists } from '@functions/modules/region/service';
import type { Ctx, OutsideCtx } from '@functions/platform/context';
import type { Tx } from '@functions/platform/database';
import { communityResolver } from './communityResolver';
import { ledgerDraftRow, ledgerImportedRow } from './tables';
import type { SheetContent } from './xlsx/readWorkbook';

/** Where the ledger belongs and how its columns are to be read. */
export interface ImportWords {
  regionCode: RegionCode;
  mapping?: Readonly<Record<string, string>>;
}

/** A ledger read against the database: what each row would become now. */
export interface PreparedImport {
  regionCode: RegionCode;
  fileName: string;
  ledger: ReadLedger;
  categories: readonly CategoryItem[];
  digestOf: (row: ReadRow) => string;
}

/** @throws NOT_FOUND for a region that is not this hat's, as for one that does not exist */
export function requireImportRegion(actor: Actor, regionCode: RegionCode): void {
  const own = actor.hat.regionCode;
  if (own === null || !covers(own, regionCode) || !regionExists(regionCode) || regionLevel(regionCode) === undefined)
    throw new AppError('NOT_FOUND', { message: '这个地区不在您的辖区内，请重新选择' });
}

/** One row is one row for the street and for its county; a village's own ledger names no village, so the village counts. */
const digestScope = (regionCode: RegionCode): RegionCode =>
  ['township', 'county'].includes(regionLevel(regionCode) ?? '') ? ancestorAt(regionCode, 'county') : regionCode;

/** Key of a row under which a second run adds nothing. */
export const rowDigest = (regionCode: RegionCode, fingerprint: string): string =>
  createHash('sha256')
    .update(`${digestScope(regionCode)}|${fingerprint}`)
    .digest('hex');

/** Names and places as the engine must know them, for one region. */
export async function importContext(
  ctx: Ctx,
  regionCode: RegionCode,
): Promise<{ context: ImportContext; categories: readonly CategoryItem[] }> {
  const { categories } = (await ruleSetFor(ctx.tx, regionCode, ctx.today)).data;
  const named = communityResolver(regionCode);
  return {
    categories,
    context: {
      today: ctx.today,
      // A clerk who mends a row picks the community from the list: then its code stands there.
      communityOf: (community, street) =>
        /^\d{12}$/.test(community)
          ? covers(regionCode, community) && regionExists(community)
            ? community
            : undefined
          : named(community, street),
      defaultRegion: regionLevel(regionCode) === 'village' ? regionCode : undefined,
      categoryOf: categoryFinder(categories),
    },
  };
}

async function digestsTaken(tx: Tx, digests: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.execute<{ digest: string }>(sql`
    select digest from ${ledgerImportedRow} where digest = any(${sql.param(digests)}::text[])
    union all select digest from ${ledgerDraftRow} where digest = any(${sql.param(digests)}::text[])`);
  return new Set(rows.map(({ digest }) => digest));
}

/** Names and numbers the directory has, of those the rows bring. */
export async function keysTaken(tx: Tx, rows: readonly ReadRow[]): Promise<{ names: Set<string>; codes: Set<string> }> {
  const named = rows.flatMap(({ record }) =>
    record.regionCode === undefined ? [] : [{ code: record.regionCode, name: foldText(record.name) }],
  );
  const codes = rows.flatMap(({ record }) => [record.filingCode ?? [], record.uscc ?? []].flat());
  const { rows: found } = await tx.execute<{ key: string; isCode: boolean }>(sql`
    select o.community_code || '|' || o.name_folded as key, false as "isCode" from organization o
    join unnest(${sql.param(named.map(({ code }) => code))}::text[], ${sql.param(named.map(({ name }) => name))}::text[]) as t (code, name)
      on o.community_code = t.code and o.name_folded = t.name and o.status <> 'cancelled'
    union all select filing_code, true from organization where filing_code = any(${sql.param(codes)}::text[])
    union all select uscc, true from organization where uscc = any(${sql.param(codes)}::text[])`);
  return {
    names: new Set(found.filter(({ isCode }) => !isCode).map(({ key }) => key)),
    codes: new Set(found.filter(({ isCode }) => isCode).map(({ key }) => key)),
  };
}

/** Numbers are unique in the directory: a row that brings a taken one is left to the clerk, like one of a taken name. */
function withNumberProblems(rows: readonly ReadRow[], taken: ReadonlySet<string>): ReadRow[] {
  const inFile = new Map<string, number>();
  return rows.map((row) => {
    if (row.outcome !== 'imported') return row;
    const problems: RowProblem[] = [];
    const { uscc } = row.record;
    if (uscc !== undefined && usccKind(uscc) === undefined)
      problems.push({ reason: 'invalidUscc', field: 'uscc', text: uscc });
    for (const field of ['filingCode', 'uscc'] as const) {
      const number = row.record[field];
      if (number === undefined) continue;
      const first = inFile.get(number);
      if (taken.has(number)) problems.push({ reason: 'duplicateInLedger', field, text: number });
      else if (first !== undefined)
        problems.push({ reason: 'duplicateInFile', field, text: `第 ${first} 行：${number}` });
      else inFile.set(number, row.row);
    }
    if (problems.length === 0) return row;
    const reasons = importReasons.filter((reason) => problems.some((problem) => problem.reason === reason));
    return { ...row, outcome: 'review', problems, reasons };
  });
}

/**
 * Reads a sheet against the ledger as it is now. Writes nothing; reading the rows takes seconds, so it stands outside the transactions.
 * @throws NOT_FOUND for a foreign region, BAD_INPUT when there is no header or the mapping cannot be used
 */
export async function prepareImport(
  outside: Pick<OutsideCtx, 'read'>,
  content: SheetContent,
  fileName: string,
  words: ImportWords,
): Promise<PreparedImport> {
  const { regionCode } = words;
  const { context, categories } = await outside.read((ctx) => {
    requireImportRegion(ctx.actor, regionCode);
    return importContext(ctx, regionCode);
  });
  const problem = words.mapping && mappingProblem(words.mapping);
  if (problem) throw new AppError('BAD_INPUT', { message: problem, fields: [{ field: 'mapping', message: problem }] });
  const mapping = words.mapping as ColumnMapping | undefined;
  const first = readLedger(content.rows, context, mapping);
  if (!first)
    throw new AppError('BAD_INPUT', {
      message: '没有找到表头：前 30 行里要有一行写着“组织名称”“负责人”“联系电话”等栏目名，请检查后再导入',
    });
  const digestOf = ({ fingerprint }: Pick<ReadRow, 'fingerprint'>) => rowDigest(regionCode, fingerprint);
  const { digests, names, codes } = await outside.read(async ({ tx }) => ({
    digests: await digestsTaken(tx, first.rows.map(digestOf)),
    ...(await keysTaken(tx, first.rows)),
  }));
  const isNew = digests.size === 0 && names.size === 0;
  const known: ImportContext = {
    ...context,
    isAlreadyImported: (fingerprint) => digests.has(digestOf({ fingerprint })),
    isInLedger: (name, code) => names.has(`${code}|${name}`),
  };
  const ledger = isNew ? first : readLedger(content.rows, known, mapping);
  if (!ledger) throw new Error('The header was there a moment ago');
  return {
    regionCode,
    fileName,
    ledger: { ...ledger, rows: withNumberProblems(ledger.rows, codes) },
    categories,
    digestOf,
  };
}
