import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const stampFile = (name) => join(root, '.cache', 'stamps', name);
const skipped = new Set(['node_modules', 'dist', '.git', '.data', '.cache', '.screenshots']);

function* filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) if (!skipped.has(name)) yield* filesUnder(join(path, name));
}

/**
 * Digest of the names and contents of files and folders, given relative to the root, and of environment variables.
 * A missing one counts as empty.
 */
export function contentHash(paths, variables = []) {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const path of paths)
    for (const file of filesUnder(join(root, path)))
      hash.update(`\0${relative(root, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  for (const name of variables) hash.update(`\0${name}=${process.env[name] ?? ''}`);
  return hash.digest('hex');
}

/** True when `name` was made from the contents with this hash and its output still exists. */
export function isFresh(name, hash, output) {
  if (!statSync(join(root, output), { throwIfNoEntry: false })) return false;
  try {
    return readFileSync(stampFile(name), 'utf8') === hash;
  } catch {
    return false;
  }
}

/** Remembers what `name` was made from. Call it with the hash taken *before* the work began. */
export function markFresh(name, hash) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}

/** Runs `work` unless `name` is fresh. Resolves to true when it ran. */
export async function unlessFresh(name, { inputs, output, variables }, work) {
  const hash = contentHash(inputs, variables);
  if (isFresh(name, hash, output)) return false;
  await work();
  markFresh(name, hash);
  return true;
}
