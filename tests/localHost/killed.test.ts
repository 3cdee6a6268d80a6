import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { openEmbeddedDatabase } from '../../cloudfunctions/localHost/embeddedDatabase';
import { built, removeScratch, scratch } from './support/scratch';

afterAll(removeScratch);

/** Lets a writer commit `count` rows, then kills it without warning. Resolves to the last acknowledged row. */
function writeAndKill(script: string, dataDir: string, count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
    let acknowledged = 0;
    let seen = 0;
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      acknowledged = Number(line);
      seen += 1;
      if (seen === count) child.kill('SIGKILL');
    });
    child.on('close', () => (seen >= count ? resolve(acknowledged) : reject(new Error(errors))));
  });
}

test('keeps every acknowledged commit over kill -9, again and again', async () => {
  const folder = scratch();
  const dataDir = join(folder, 'data');
  const script = await built('tests/localHost/support/crashWriter.ts', join(folder, 'crashWriter.js'));
  let acknowledged = 0;
  for (const count of [40, 300, 7, 150]) acknowledged = await writeAndKill(script, dataDir, count);

  const database = await openEmbeddedDatabase({ dataDir });
  const client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  const { rows } = await client.query<{ kept: number; last: number }>(
    'select count(*)::int as kept, max(id) as last from line',
  );
  await client.end();
  await database.close();
  expect(acknowledged).toBeGreaterThanOrEqual(497);
  expect(rows[0]!.last).toBeGreaterThanOrEqual(acknowledged);
  expect(rows[0]!.kept).toBe(rows[0]!.last);
});

test('leaves no half-made database when the first start is killed', async () => {
  const folder = scratch();
  const dataDir = join(folder, 'data');
  const script = await built('tests/localHost/support/crashWriter.ts', join(folder, 'crashWriter.js'));
  const child = spawn(process.execPath, [script, dataDir], { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(join(dataDir, 'pg.unfinished', 'PG_VERSION')))
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await gone;
  expect(existsSync(join(dataDir, 'pg'))).toBe(false);
  expect(await writeAndKill(script, dataDir, 3)).toBe(3);
});
