import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DurableFilesystem } from '../../cloudfunctions/localHost/durableFilesystem';
import { openEmbeddedDatabase, type EmbeddedDatabase } from '../../cloudfunctions/localHost/embeddedDatabase';
import { openOrJoinDatabase } from '../../cloudfunctions/localHost/joinDatabase';
import { pause, removeScratch, scratch } from './support/scratch';

let dataDir: string;
let database: EmbeddedDatabase;
const clients: pg.Client[] = [];

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.connectionString });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

beforeAll(async () => {
  dataDir = join(scratch(), 'data');
  database = await openEmbeddedDatabase({ dataDir, idleInTransactionMs: 400 });
});
afterEach(() => Promise.all(clients.splice(0).map((client) => client.end())));
afterAll(async () => {
  await database.close();
  await removeScratch();
});

/** A file system whose fsync does nothing, as PGlite's own. */
class ForgetfulFilesystem extends DurableFilesystem {
  protected override bringToDisk(): number {
    return 0;
  }
}

test('refuses to start when a commit does not reach the disk', async () => {
  const other = join(scratch(), 'data');
  const opening = openEmbeddedDatabase({
    dataDir: other,
    filesystem: (directory) => new ForgetfulFilesystem(directory),
  });
  await expect(opening).rejects.toThrow('没有把提交的内容写到磁盘上');
});

test('runs with fsync on', async () => {
  const client = await connect();
  const settings = await client.query(
    "select name, setting from pg_settings where name in ('fsync', 'wal_sync_method', 'synchronous_commit') order by 1",
  );
  expect(settings.rows.map(({ setting }) => setting)).toEqual(['on', 'on', 'fsync']);
});

test('refuses a second opener and says who holds the directory', async () => {
  await expect(openEmbeddedDatabase({ dataDir })).rejects.toThrow(
    new RegExp(`正被另一个社邻程序使用（进程号 ${process.pid}，自 20\\d\\d年`),
  );
});

test('the directory is held by the kernel, not by the words in the file', () => {
  const held = spawnSync('flock', ['-n', join(dataDir, 'host.lock'), 'true']);
  expect(held.status).toBe(1);
  expect(JSON.parse(readFileSync(join(dataDir, 'host.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
});

test('a script joins the database that is already open', async () => {
  const joined = await openOrJoinDatabase({ dataDir });
  expect(joined.connectionString).toBe(database.connectionString);
});

test('settings of a client that left do not reach the others', async () => {
  const [gone, other] = [await connect(), await connect()];
  await gone.query("set search_path = 'nowhere'");
  await gone.end();
  clients.splice(clients.indexOf(gone), 1);
  await pause(50);
  expect((await other.query('show search_path')).rows).toEqual([{ search_path: 'public' }]);
});

test('can be opened again after it was closed, with its rows', async () => {
  const other = join(scratch(), 'data');
  const first = await openEmbeddedDatabase({ dataDir: other });
  const writer = new pg.Client({ connectionString: first.connectionString });
  await writer.connect();
  await writer.query("create table kept as select 'yes' as words");
  await writer.end();
  await first.close();
  expect(existsSync(join(other, 'connection.json'))).toBe(false);
  const second = await openEmbeddedDatabase({ dataDir: other });
  const reader = new pg.Client({ connectionString: second.connectionString });
  await reader.connect();
  expect((await reader.query('select words from kept')).rows).toEqual([{ words: 'yes' }]);
  await reader.end();
  await second.close();
});

test('lets nobody in without the password of this start', async () => {
  const client = new pg.Client({ connectionString: database.connectionString.replace(/:[^:@]+@/, ':guess@') });
  await expect(client.connect()).rejects.toThrow('password authentication failed');
});

test('gives each client its own answers, also when parameters span many packets', async () => {
  const wrong: number[] = [];
  await Promise.all(
    [0, 1, 2, 3].map(async (index) => {
      const client = await connect();
      const words = 'x'.repeat(index === 0 ? 10 : 300_000);
      for (let turn = 0; turn < 60; turn++) {
        const { rows } = await client.query(`select $1::int as a${index}, length($2::text) as long`, [
          index * 1000 + turn,
          words,
        ]);
        if (rows[0][`a${index}`] !== index * 1000 + turn || rows[0].long !== words.length) wrong.push(turn);
      }
    }),
  );
  expect(wrong).toEqual([]);
});

test('keeps prepared statements of one name apart', async () => {
  const [one, two] = [await connect(), await connect()];
  const ask = (client: pg.Client, text: string) => client.query({ name: 'same', text, values: [1] });
  expect((await ask(one, 'select $1::int + 1 as sum')).rows).toEqual([{ sum: 2 }]);
  expect((await ask(two, 'select $1::int + 10 as sum')).rows).toEqual([{ sum: 11 }]);
  expect((await ask(one, 'select $1::int + 1 as sum')).rows).toEqual([{ sum: 2 }]);
});

test('transactions do not interleave: the other client waits and does not see what was rolled back', async () => {
  const [one, two] = [await connect(), await connect()];
  await one.query('create table if not exists mark (words text)');
  await one.query('begin');
  await one.query("insert into mark values ('open')");
  const seen = two.query("select count(*)::int as n from mark where words = 'open'");
  await pause(50);
  await one.query('rollback');
  expect((await seen).rows).toEqual([{ n: 0 }]);
});

test('an idle open transaction is cut off and rolled back instead of blocking everybody', async () => {
  const [idle, other] = [await connect(), await connect()];
  await idle.query('create table if not exists mark (words text)');
  await idle.query('begin');
  await idle.query("insert into mark values ('idle')");
  expect((await other.query("select count(*)::int as n from mark where words = 'idle'")).rows).toEqual([{ n: 0 }]);
  await expect(idle.query('select 1')).rejects.toThrow();
});

test('a client that vanishes inside a transaction leaves nothing behind', async () => {
  const [gone, other] = [await connect(), await connect()];
  await gone.query('create table if not exists mark (words text)');
  await gone.query('begin');
  await gone.query("insert into mark values ('gone')");
  (gone as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  expect((await other.query("select count(*)::int as n from mark where words = 'gone'")).rows).toEqual([{ n: 0 }]);
});

test('goes on after an error, alone and inside a transaction', async () => {
  const client = await connect();
  await expect(client.query('select 1 / $1::int', [0])).rejects.toThrow('division by zero');
  await client.query('begin');
  await expect(client.query('select nothing_of_the_kind')).rejects.toThrow('does not exist');
  await expect(client.query('select 1')).rejects.toThrow('aborted');
  await client.query('rollback');
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('answers COPY FROM STDIN with an error: PGlite itself would end', async () => {
  const client = await connect();
  await client.query('create table if not exists mark (words text)');
  await expect(client.query('copy mark (words) from stdin')).rejects.toThrow('copy from stdin is not available');
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
