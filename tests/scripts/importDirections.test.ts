import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// A process that reads the whole of TypeScript: slow on a busy machine.
jest.setTimeout(60_000);

const root = join(__dirname, '../..');

/** Imports that must not be, and the rule that says so. */
const forbidden: [from: string, imports: string, rule: string][] = [
  ['shared/kernel/a.ts', '../../cloudfunctions/platform/b', 'shared-is-pure'],
  ['shared/kernel/a.ts', 'node:fs', 'shared-has-no-node'],
  ['shared/kernel/a.ts', 'pg', 'shared-packages'],
  ['miniprogram/src/a.ts', '../../cloudfunctions/platform/b', 'client-not-server'],
  ['miniprogram/src/a.ts', 'node:fs', 'client-has-no-node'],
  ['cloudfunctions/platform/a.ts', '../../miniprogram/src/b', 'server-not-client'],
  ['cloudfunctions/modules/filing/a.ts', 'pg', 'database-and-platform-behind-ports'],
  ['cloudfunctions/modules/filing/a.ts', '@cloudbase/node-sdk', 'database-and-platform-behind-ports'],
  ['cloudfunctions/api/a.ts', '../localHost/b', 'functions-without-host'],
  ['cloudfunctions/modules/region/a.ts', '../filing/b', 'module-order-region'],
  ['shared/modules/user/a.ts', '../organization/b', 'module-order-user'],
  ['cloudfunctions/modules/organization/a.ts', '../../../shared/modules/filing/b', 'module-order-organization'],
  ['miniprogram/src/modules/filing/a.ts', '../notification/b', 'module-order-filing'],
];

/** Imports that are fine. */
const allowed: [from: string, imports: string][] = [
  ['cloudfunctions/platform/a.ts', 'pg'],
  ['cloudfunctions/modules/filing/a.ts', '../organization/b'],
  ['cloudfunctions/modules/filing/a.ts', '../../../shared/kernel/b'],
  ['miniprogram/src/modules/filing/a.ts', '../../../../shared/modules/filing/b'],
];

/** The names of the rules broken by a tree in which each `from` imports its `imports`. */
function brokenRules(imports: [string, string][]): { rule: string; from: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'shelin-imports-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text, { flag: 'a' });
  };
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    copyFileSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const place of ['shared', 'cloudfunctions', 'miniprogram/src']) write(`${place}/any.ts`, 'export {};\n');
  imports.forEach(([from, what], index) => {
    write(from.replace(/a\.ts$/, `a${index}.ts`), `import ${JSON.stringify(what)};\n`);
    if (what.startsWith('.')) write(join(dirname(from), `${what}.ts`), 'export {};\n');
  });
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    cruise,
    '--config',
    '.dependency-cruiser.cjs',
    '--no-cache',
    '--output-type',
    'json',
    'shared',
    'cloudfunctions',
    'miniprogram/src',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  rmSync(folder, { recursive: true });
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}

describe('import directions', () => {
  it('refuses what must not be imported, by the rule made for it', () => {
    const broken = brokenRules(forbidden.map(([from, what]) => [from, what]));
    const missed = forbidden.filter(
      ([from, , rule], index) =>
        !broken.some((one) => one.rule === rule && one.from === from.replace(/a\.ts$/, `a${index}.ts`)),
    );
    expect(missed).toEqual([]);
  });

  it('lets the others pass', () => {
    expect(brokenRules(allowed)).toEqual([]);
  });
});
