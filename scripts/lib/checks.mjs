import { join } from 'node:path';
import { root } from './stamp.mjs';

const bin = (path) => join(root, 'node_modules', path);
const step = (name, path, ...args) => ({ name, command: process.execPath, args: [bin(path), ...args] });

/** What `npm run check` runs, longest first. */
export const checks = [
  step('lint', 'eslint/bin/eslint.js', '.', '--cache', '--cache-location', '.cache/eslint/', '--max-warnings', '0'),
  step('types', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
  step(
    'import directions',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'shared',
    'cloudfunctions',
    'miniprogram/src',
    'scripts',
    'tests',
  ),
  step('dead code', 'knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  step('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
];
