import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'acorn';
import { root } from './stamp.mjs';

/** Our own limits, well under WeChat's 2 MB: the first page has to open on a slow phone. */
export const limits = { main: 600 * 1024, subpackage: 250 * 1024 };

const weapp = join(root, 'dist/weapp');

/** Every file of a folder, relative to it, with `/`. */
export function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Bytes of each package as WeChat counts them: what lies under a subpackage's root is its own, the rest is main. */
export function packageSizes(folder = weapp) {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root: path }) => `${path.replace(/^\/|\/$/g, '')}/`);
  const sizes = new Map([['main', 0], ...roots.map((path) => [path, 0])]);
  for (const file of listFiles(folder)) {
    const owner = roots.find((path) => file.startsWith(path)) ?? 'main';
    sizes.set(owner, sizes.get(owner) + statSync(join(folder, file)).size);
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes, limit: name === 'main' ? limits.main : limits.subpackage }));
}

/** The table people read and the names of packages beyond their limit. */
export function checkSizes(folder = weapp) {
  const rows = packageSizes(folder);
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = ({ name, bytes, limit }) =>
    `${bytes > limit ? '✗' : '✓'} ${name.padEnd(width)} ${kb(bytes).padStart(10)} of ${kb(limit)}`;
  return {
    table: rows.map(line).join('\n'),
    over: rows.filter(({ bytes, limit }) => bytes > limit).map(({ name }) => `${name} is too large`),
  };
}

/** Old phones read ES5 only: throws with the place of everything newer in a folder's scripts. */
export function checkSyntax(folder = weapp) {
  const wrong = listFiles(folder)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      try {
        parse(readFileSync(join(folder, file), 'utf8'), { ecmaVersion: 5, allowReserved: true });
        return [];
      } catch (error) {
        return [`${file}: ${error.message}`];
      }
    });
  if (wrong.length > 0) throw new Error(`Not ES5:\n${wrong.join('\n')}`);
}
