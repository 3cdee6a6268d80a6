import path from 'node:path';

/** npm packages that ship syntax newer than ES5; they pass through babel like our own source. */
const names = [
  'zod',
  '@tanstack',
  'uqr',
  'dayjs',
  'zustand',
  '@stencil',
  '@tarojs',
  'query-string',
  'decode-uri-component',
  'split-on-first',
  'filter-obj',
];

/** What `compile.include` lists: `shared/` and the modern packages, as path prefixes. */
export const modernPackages = (root: string): string[] => [
  path.join(root, 'shared') + path.sep,
  ...names.map((name) => path.join(root, 'node_modules', name) + path.sep),
];
