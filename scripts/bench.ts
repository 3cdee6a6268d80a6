/**
 * `npm run bench -- NAME [--rows N]`: runs tests/bench/NAME.ts. Progress goes to standard error, the last line of standard
 * output is one JSON object. Figures depend on the machine: run it on a quiet one.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchOptions } from '../tests/bench/measure';

const folder = join(__dirname, '../tests/bench');

interface Bench {
  run: (options: BenchOptions) => Promise<unknown>;
}

const isBench = async (name: string): Promise<boolean> => 'run' in ((await import(join(folder, name))) as object);

async function names(): Promise<string[]> {
  const all = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  const found = await Promise.all(all.map(async (name) => ((await isBench(name)) ? [name] : [])));
  return found.flat();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { rows: { type: 'string' } } });
  const [name = ''] = positionals;
  const rows = values.rows === undefined ? undefined : Number(values.rows);
  const isKnown = /^\w+$/.test(name) && existsSync(join(folder, `${name}.ts`)) && (await isBench(name));
  if (!isKnown || (rows !== undefined && !(Number.isInteger(rows) && rows > 0)))
    throw new Error(`npm run bench -- NAME [--rows N], where NAME is one of: ${(await names()).join(', ')}`);
  const { run } = (await import(join(folder, name))) as Bench;
  const result = await run({ rows });
  console.log(JSON.stringify(result));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
