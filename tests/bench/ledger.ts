import { drizzle } from 'drizzle-orm/node-postgres';
import type { Client } from 'pg';
import type { SentInput } from '@shared/contract';
import { createApi } from '@functions/api/createApi';
import { findInDirectory, type DirectoryFilter } from '@functions/modules/organization/directory';
import { openDatabase } from '@functions/platform/database';
import type { Ports } from '@functions/platform/ports';
import { openFilled, personWith } from './filledDatabase';
import { interleave, printTimings, quantile, round, say, type BenchOptions, type Pair, type Timed } from './measure';

const province = '370000000000';
const county = '370502000000';

type Input = SentInput<'ledger.list'>;

/** First page and page 500; common words, rare ones, ones that exist nowhere; a whole province and a county. */
const cases: readonly { group: 'list' | 'search'; region: string; input: Input }[] = [
  { group: 'list', region: province, input: {} },
  { group: 'list', region: province, input: { page: 500 } },
  { group: 'list', region: province, input: { page: 500, status: 'active' } },
  { group: 'list', region: county, input: {} },
  { group: 'list', region: county, input: { page: 30 } },
  { group: 'search', region: province, input: { text: '志愿' } },
  { group: 'search', region: province, input: { text: '老年服务' } },
  { group: 'search', region: province, input: { text: '麒麟' } },
  { group: 'search', region: province, input: { text: '东旭社区夕阳红' } },
  { group: 'search', region: province, input: { text: '没有这样的名字' } },
  { group: 'search', region: county, input: { text: '服务' } },
  { group: 'search', region: county, input: { text: '东旭' } },
];

const noPorts = {} as Ports;

/** The statements a list makes, word for word, to be run without anything around them. */
async function statementsOf(
  client: Client,
  filter: DirectoryFilter,
  offset: number,
): Promise<{ text: string; values: unknown[] }[]> {
  const statements: { text: string; values: unknown[] }[] = [];
  const logger = { logQuery: (text: string, values: unknown[]) => void statements.push({ text, values }) };
  await findInDirectory(drizzle(client, { logger }), filter, offset, 20);
  return statements;
}

const p95 = (timings: readonly Timed[], way: 'whole' | 'bare'): number =>
  quantile(
    timings.flatMap((timing) => timing[way]),
    0.95,
  );

/** 台账：翻页与查找，经整条管道，与同样的 SQL 相比。 */
export async function run({ rows = 150_000 }: BenchOptions): Promise<unknown> {
  const { client, connectionString, close } = await openFilled(rows);
  const database = openDatabase(connectionString);
  try {
    const handle = createApi({ database, ports: noPorts, publicUrl: 'http://127.0.0.1' });
    const staff: Record<string, { openid: string; hat: string }> = {
      [province]: await personWith(client, 'provinceStaff', province),
      [county]: await personWith(client, 'countyStaff', county),
    };
    const pairs: Pair[] = [];
    for (const { group, region, input } of cases) {
      const { page = 1, ...filter } = input;
      const { openid, hat } = staff[region] ?? { openid: '', hat: '' };
      const statements = await statementsOf(client, { ...filter, regionCode: region }, (page - 1) * 20);
      pairs.push({
        name: `${group} ${region === province ? 'province' : 'county'} ${JSON.stringify(input)}`,
        whole: async () => {
          const { envelope } = await handle({ action: 'ledger.list', input, hat }, openid);
          if (!envelope.ok) throw new Error(envelope.error.message);
        },
        bare: async () => {
          for (const { text, values } of statements) await client.query(text, values);
        },
      });
    }
    say('Warming up, then measuring…');
    const timings = await interleave(pairs, 60, 30);
    printTimings(timings);
    const of = (group: string) => timings.filter(({ name }) => name.startsWith(group));
    const ratio = (group: string) => round(p95(of(group), 'whole') / p95(of(group), 'bare'));
    return {
      bench: 'ledger',
      rows,
      listP95Ms: round(p95(of('list'), 'whole')),
      searchP95Ms: round(p95(of('search'), 'whole')),
      listRatio: ratio('list'),
      searchRatio: ratio('search'),
    };
  } finally {
    await database.close();
    await close();
  }
}
