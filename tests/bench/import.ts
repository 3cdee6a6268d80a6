import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openEmbeddedDatabase } from '@functions/localHost/embeddedDatabase';
import { migrate } from '@functions/platform/migrate';
import { importForReal } from '../../scripts/lib/realImport';
import { textRow, workbookOf } from '../modules/ledger/workbooks';
import { round, say, timed, type BenchOptions } from './measure';

const root = join(__dirname, '../..');
const county = '370502000000';
const phone = '13805460000';
const header = ['组织名称', '组织类别', '负责人', '联系电话', '所属街道', '所属社区', '成立时间', '宗旨'];

const rowOf = (index: number): string[] => [
  `东旭社区第${index}号夕阳红志愿服务队`,
  '公益慈善',
  '李明',
  '13705461111',
  '文汇街道',
  '东旭社区',
  '2019-05-14',
  '每周在社区活动室排练两次，逢年过节为老人演出',
];

/** 导入一份旧台账：从文件的字节到落盘。 */
export async function run({ rows = 5000 }: BenchOptions): Promise<unknown> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shelin-bench-'));
  const database = await openEmbeddedDatabase({ dataDir, idleInTransactionMs: 120_000, onProgress: say });
  try {
    await migrate(database.connectionString, join(root, 'cloudfunctions/migrations'));
    const client = new Client({ connectionString: database.connectionString });
    await client.connect();
    const id = randomUUID();
    await client.query('insert into app_user (id, phone, name, created_at) values ($1, $2, $3, now())', [
      id,
      phone,
      '测量',
    ]);
    await client.query(
      `insert into role_grant (id, user_id, role, region_code, valid_from, created_at) values ($1, $2, 'countyStaff', $3, '2020-01-01', now())`,
      [randomUUID(), id, county],
    );
    await client.end();
    process.env.DATABASE_URL = database.connectionString;
    const body = [header, ...Array.from({ length: rows }, (_, index) => rowOf(index))];
    const bytes = workbookOf({
      sheets: { 台账: { data: body.map((row, index) => textRow(index + 1, row)).join('') } },
    });
    let imported = 0;
    say(`Importing ${rows} rows…`);
    const ms = await timed(async () => {
      ({ imported } = await importForReal({ root, path: 'bench.xlsx', bytes, regionCode: county, asPhone: phone }));
    });
    return { bench: 'import', rows, imported, seconds: round(ms / 1000, 1) };
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
