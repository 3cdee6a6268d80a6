/**
 * One project per kind of test; see docs/testing.md. `npx jest --selectProjects unit`, `npx jest tests/kernel`.
 * The kind is decided by the folder or by the file's ending, never by both.
 */

// Servers run in UTC; code that means the office's clock has to say +08:00 itself. Workers inherit this.
process.env.TZ = 'UTC';

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** Packages shipped as ES modules only, or which call `import()` (jest's sandbox cannot): transformed like our own code. */
const transformedPackages = ['@electric-sql/pglite', '@electric-sql/pglite-socket'];

const common = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/tests'],
  // jest reads `testTimeout` at the top level only.
  setupFilesAfterEnv: ['<rootDir>/tests/support/jest/timeout.ts'],
  testEnvironment: 'node',
  transform: { '\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(?:${transformedPackages.join('|')})/)`],
  moduleNameMapper: {
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '^@functions/(.*)$': '<rootDir>/cloudfunctions/$1',
    '^@/(.*)$': '<rootDir>/miniprogram/src/$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
};

const databaseTests = '**/*.db.test.ts';
const pageTests = '**/*.test.tsx';
const folders = ['contract', 'localHost', 'miniprogram', 'e2e'];

const projects = [
  {
    displayName: 'unit',
    testMatch: ['<rootDir>/tests/**/*.test.ts'],
    testPathIgnorePatterns: ['\\.db\\.test\\.ts$', ...folders.map((folder) => `<rootDir>/tests/${folder}/`)],
    globals: { shelinTimeoutMs: 20_000 },
  },
  {
    displayName: 'database',
    testMatch: [`<rootDir>/tests/${databaseTests}`],
    globalSetup: '<rootDir>/tests/support/jest/databaseSetup.ts',
    globalTeardown: '<rootDir>/tests/support/jest/databaseTeardown.ts',
    globals: { shelinTimeoutMs: 60_000 },
  },
  {
    displayName: 'contract',
    testMatch: ['<rootDir>/tests/contract/**/*.test.ts'],
    testPathIgnorePatterns: ['\\.db\\.test\\.ts$'],
    globals: { shelinTimeoutMs: 60_000 },
  },
  {
    displayName: 'host',
    testMatch: ['<rootDir>/tests/localHost/**/*.test.ts'],
    testPathIgnorePatterns: ['\\.db\\.test\\.ts$'],
    globals: { shelinTimeoutMs: 120_000 },
  },
  {
    displayName: 'ui',
    testMatch: [`<rootDir>/tests/${pageTests}`, '<rootDir>/tests/miniprogram/**/*.test.ts'],
    testEnvironment: 'jsdom',
    globals: { shelinTimeoutMs: 30_000 },
    moduleNameMapper: {
      ...common.moduleNameMapper,
      '\\.(css|scss|png|jpg|svg)$': '<rootDir>/tests/support/jest/asset.ts',
    },
  },
  {
    displayName: 'weapp',
    testMatch: ['<rootDir>/tests/e2e/weapp/**/*.test.ts'],
    testEnvironment: 'jsdom',
    // Packages are taken as Node takes them: only the mini-program itself lives in this document.
    testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
    globals: { shelinTimeoutMs: 120_000 },
  },
  {
    displayName: 'browser',
    testMatch: ['<rootDir>/tests/e2e/browser/**/*.test.ts'],
    globals: { shelinTimeoutMs: 300_000 },
  },
];

export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB',
  projects: projects.map((project) => ({ ...common, ...project })),
};
