/**
 * The functions as they are deployed (dist/cloudfunctions/{api,jobs}: one folder each, nothing to install there) and
 * what only the local host needs (dist/local). `npm run build functions`.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { documentAssets } from '../cloudfunctions/modules/filing/documents/assets';
import { deployedFunctions, functionBuild, root } from './lib/functionBuild';

const from = (...parts: string[]): string => join(root, 'cloudfunctions', ...parts);
const to = (...parts: string[]): string => join(root, 'dist', ...parts);

/** Files a function reads beside its code. */
function copyData(folder: string): void {
  cpSync(from('modules/region/data'), join(folder, 'data/region'), { recursive: true });
  for (const asset of documentAssets)
    cpSync(join(root, 'node_modules', asset), join(folder, 'assets', basename(asset)));
  mkdirSync(join(folder, 'migrations'), { recursive: true });
  const migrations = readdirSync(from('migrations')).filter((file) => file.endsWith('.sql'));
  for (const file of migrations) cpSync(from('migrations', file), join(folder, 'migrations', file));
}

async function buildFunction(entry: string, folder: string, name: string): Promise<void> {
  await build({ ...functionBuild, entryPoints: [entry], outfile: join(folder, 'index.js') });
  const description = { name, private: true, main: 'index.js' };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
  copyData(folder);
}

/** The host keeps PGlite in node_modules: its WebAssembly files lie beside its code. */
async function buildHost(): Promise<void> {
  const external = ['pg-native', '@electric-sql/pglite', '@electric-sql/pglite/nodefs'];
  const entryPoints = [from('localHost/main.ts'), from('localHost/functionWorker.ts')];
  const readable = { minifyWhitespace: false, sourcemap: 'linked' as const };
  await build({ ...functionBuild, ...readable, external, entryPoints, outdir: to('local/host') });
}

async function main(): Promise<void> {
  for (const folder of ['cloudfunctions', 'local']) rmSync(to(folder), { recursive: true, force: true });
  await Promise.all([
    ...deployedFunctions.map((name) => buildFunction(from(name, 'index.ts'), to('cloudfunctions', name), name)),
    buildFunction(from('localHost/demo/api.ts'), to('local/api'), 'api'),
    buildFunction(from('localHost/demo/seed.ts'), to('local/seed'), 'seed'),
    buildHost(),
  ]);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
