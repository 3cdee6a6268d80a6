import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

export const root = join(__dirname, '../..');

/** How a function becomes one file that needs nothing installed beside it, on the platform's Node 18. */
export const functionBuild: BuildOptions = {
  absWorkingDir: root,
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
  charset: 'utf8',
  logLevel: 'warning',
};

/** What is deployed. The demo is not among them. */
export const deployedFunctions = ['api', 'jobs'] as const;
