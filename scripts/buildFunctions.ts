/**
 * The functions as they are deployed (dist/cloudfunctions/{api,jobs}: one folder each, nothing to install there) and
 * what only the local host needs (dist/local). `npm run build functions`.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { documentAssets } from '../cloudfunctions/modules/filing/documents/assets';

const root = dirname(__dirname);
const from = (...parts: string[]): string => join(root, 'cloudfunctions', ...parts);
const to = (...parts: string[]): string => join(root, 'dist', ...parts);

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  // pg looks for it and goes on without.
  external: ['pg-native'],
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: 'none',
  sourcemap: false,
  logLevel: 'warning',
};

/** Files a function reads beside its code. */
function copyData(folder: string): void {
  cpSync(from('modules/region/data'), join(folder, 'data/region'), { recursive: true });
  for (const asset of documentAssets)
    cpSync(join(root, 'node_modules', asset), join(folder, 'assets', basename(asset)));
  mkdirSync(join(folder, 'migrations'), { recursive: true });
  for (const file of readdirSync(from('migrations')))
    if (file.endsWith('.sql')) cpSync(from('migrations', file), join(folder, 'migrations', file));
}

async function buildFunction(entry: string, folder: string, name: string): Promise<void> {
  await build({ ...common, entryPoints: [entry], outfile: join(folder, 'index.js') });
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, private: true, main: 'index.js' }, null, 2)}\n`,
  );
  copyData(folder);
}

/** The host keeps PGlite in node_modules: its WebAssembly files lie beside its code. */
async function buildHost(): Promise<void> {
  const external = [...(common.external ?? []), '@electric-sql/pglite', '@electric-sql/pglite/nodefs'];
  const entryPoints = [from('localHost/main.ts'), from('localHost/functionWorker.ts')];
  await build({
    ...common,
    external,
    entryPoints,
    outdir: to('local/host'),
    sourcemap: 'linked',
    minifyWhitespace: false,
  });
}

async function main(): Promise<void> {
  for (const folder of ['cloudfunctions', 'local']) rmSync(to(folder), { recursive: true, force: true });
  const functions = readdirSync(root + '/cloudfunctions').filter(
    (name) => ['api', 'jobs'].includes(name) && existsSync(from(name, 'index.ts')),
  );
  await Promise.all([
    ...functions.map((name) => buildFunction(from(name, 'index.ts'), to('cloudfunctions', name), name)),
    buildFunction(from('localHost/demo/api.ts'), to('local/api'), 'api'),
    buildFunction(from('localHost/demo/seed.ts'), to('local/seed'), 'seed'),
    buildHost(),
  ]);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
