import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionLevel, regionLevels, regionPrefix, type RegionCode, type RegionLevel } from '@shared/kernel/regionScope';
import { unpackProvince, type ProvinceRows, type RegionRow } from './packing';

/** `manifest.json`: where the data comes from and which provinces it has. */
interface Manifest {
  version: string;
  validFrom: string;
  publishedOn: string;
  source: string;
  provinces: { code: string; name: string; counts: number[] }[];
}

export type LowerLevel = Exclude<RegionLevel, 'province'>;
export const lowerLevels = regionLevels.slice(1) as readonly LowerLevel[];

/** Beside the bundle or this file (`data/`), in the folder named by SHELIN_DATA_DIR, or in the checkout one works in. */
function findFolder(): string {
  const named = process.env['SHELIN_DATA_DIR'];
  const candidates = [
    ...(named ? [join(named, 'region'), named] : []),
    join(__dirname, 'data/region'),
    join(__dirname, 'data'),
    join(process.cwd(), 'cloudfunctions/modules/region/data'),
  ];
  const folder = candidates.find((each) => existsSync(join(each, 'manifest.json')));
  if (!folder) throw new Error(`Region data not found in ${candidates.join(', ')}`);
  return folder;
}

let folder: string | undefined;
let manifest: Manifest | undefined;
const provinces = new Map<string, ProvinceRows>();

const read = (file: string): string => readFileSync(join((folder ??= findFolder()), file), 'utf8');

/** Version, validity and source of the region data. */
export const regionManifest = (): Manifest => (manifest ??= JSON.parse(read('manifest.json')) as Manifest);

let provinceList: readonly RegionRow[] | undefined;

/** The provinces as rows, in the order of their codes. */
export const provinceRows = (): readonly RegionRow[] =>
  (provinceList ??= regionManifest().provinces.map(({ code, name }) => ({ code: code.padEnd(12, '0'), name })));

/** Rows of one province, read and kept at the first question; undefined when there is no such province. */
export function provinceData(province: string): ProvinceRows | undefined {
  const kept = provinces.get(province);
  const entry = regionManifest().provinces.find(({ code }) => code === province);
  if (kept || !entry) return kept;
  const isEmpty = entry.counts.every((count) => count === 0);
  const rows = unpackProvince(province, isEmpty ? '' : read(`${province}.txt`));
  provinces.set(province, rows);
  return rows;
}

/** Index of the first row whose code is not below `code`. */
function lowerBound(rows: readonly RegionRow[], code: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.code ?? '') < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows of a level under a region (the region itself included), in the order of their codes. */
export function rowsUnder(level: LowerLevel, code: RegionCode): readonly RegionRow[] {
  const rows = provinceData(code.slice(0, 2))?.[level] ?? [];
  const prefix = regionPrefix(code);
  if (prefix.length === 2) return rows;
  return rows.slice(lowerBound(rows, prefix), lowerBound(rows, `${prefix}:`));
}

/** The row of a code; undefined for an unknown one and for the whole country. */
export function findRow(code: RegionCode): RegionRow | undefined {
  const level = regionLevel(code);
  if (level === undefined) return undefined;
  if (level === 'province') return provinceRows().find((row) => row.code === code);
  const rows = provinceData(code.slice(0, 2))?.[level] ?? [];
  const row = rows[lowerBound(rows, code)];
  return row?.code === code ? row : undefined;
}

/** True when the data goes below a province; does not read the province. */
export const provinceHasRows = (code: RegionCode): boolean =>
  regionManifest().provinces.some((entry) => code.startsWith(entry.code) && entry.counts.some((count) => count > 0));
