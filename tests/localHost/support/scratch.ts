import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, stop } from 'esbuild';

// A first start makes a database: about ten seconds on a busy machine.
jest.setTimeout(120_000);

export const root = join(__dirname, '../../..');
const folders: string[] = [];

/** A folder inside the checkout, so that what is built there finds node_modules. */
export function scratch(): string {
  const parent = join(root, '.cache/localHostTests');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'run-'));
  folders.push(folder);
  return folder;
}

export const removeScratch = async (): Promise<void> => {
  await stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

/** Builds a TypeScript file of the local host or of the tests into one script. */
export async function built(source: string, outfile: string): Promise<string> {
  const external = ['pg-native', '@electric-sql/pglite', '@electric-sql/pglite/nodefs'];
  await build({
    entryPoints: [join(root, source)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    external,
  });
  return outfile;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
