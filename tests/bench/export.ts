import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openFilled, personWith } from './filledDatabase';
import { round, say, type BenchOptions } from './measure';

const execute = promisify(execFile);
const root = join(__dirname, '../..');

/** 导出整个省的台账：一个进程一共用多少内存、多少时间。 */
export async function run({ rows = 150_000 }: BenchOptions): Promise<unknown> {
  const { client, connectionString, close } = await openFilled(rows);
  try {
    const { openid, hat } = await personWith(client, 'provinceStaff', '370000000000');
    say(`Exporting ${rows} rows…`);
    const tsx = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(__dirname, 'exportChild.ts')];
    const { stdout } = await execute(process.execPath, [...tsx, connectionString, openid, hat], {
      cwd: root,
      maxBuffer: 1e7,
    });
    const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<
      'rows' | 'bytes' | 'baseMb' | 'maxRssMb' | 'seconds',
      number
    >;
    return {
      bench: 'export',
      rows: result.rows,
      seconds: round(result.seconds, 1),
      maxRssMb: round(result.maxRssMb, 0),
      baseMb: round(result.baseMb, 0),
      fileMb: round(result.bytes / 1e6, 1),
    };
  } finally {
    await client.query(
      `delete from stored_file where owner_user_id in (select id from app_user where openid like 'bench-%')`,
    );
    await close();
  }
}
