import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ImportReport } from '@shared/modules/ledger/importReport';

const sample = 'tests/fixtures/ledger/ledger-dongying';
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/importLedger.ts', ...args], { encoding: 'utf8' });

it('prints the expected report of the sample as one JSON object, a six-digit region being enough', () => {
  const { stdout, status } = run(`${sample}.xlsx`, '--region', '370502', '--dry-run', '--json');
  const expected = JSON.parse(readFileSync(`${sample}.expected.json`, 'utf8')) as { rows: ImportReport['rows'] };
  const report = JSON.parse(stdout) as ImportReport;
  expect(status).toBe(0);
  expect(Object.keys(report)).toEqual(['imported', 'review', 'rejected', 'ignored', 'rows']);
  expect(report).toMatchObject({ imported: 262, rejected: { missingName: 7 }, ignored: 1, rows: expected.rows });
}, 60_000);

it('says in Chinese what became of each row and what to do', () => {
  const { stdout } = run(`${sample}.xlsx`, '--region', '370502', '--dry-run');
  expect(stdout).toContain('第 5 行 待核实：联系电话不对（158621624）');
  expect(stdout.trim().split('\n').at(-1)).toBe('可直接导入 262 行，留作草稿待核实 51 行，不能导入 7 行，略过 1 行。');
}, 60_000);

it.each([
  ['no file', [], '用法'],
  ['an unknown region', [`${sample}.xlsx`, '--region', '999999', '--dry-run'], '区划代码'],
  ['no such file', ['missing.xlsx', '--region', '370502', '--dry-run'], '打不开'],
  ['a file that is no table', [process.execPath, '--region', '370502', '--dry-run'], '20 MB'],
  ['an unknown option', ['--bogus'], '用法'],
])(
  'refuses %s in one sentence',
  (_, args, words) => {
    const { stderr, status } = run(...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining(words)]);
  },
  60_000,
);
