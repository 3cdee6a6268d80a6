/** 区划代码：12 位数字，2-2-2-3-3（省、地、县、乡、村）；不足的部分补 0。 */
export type RegionCode = string;

const cuts = [2, 4, 6, 9, 12] as const;
export const regionLevels = ['province', 'city', 'county', 'township', 'village'] as const;
export type RegionLevel = (typeof regionLevels)[number];

/** 全国。Only province-spanning system work uses it. */
export const wholeCountry: RegionCode = '000000000000';

export const isRegionCode = (text: string): boolean => /^\d{12}$/.test(text);

/** The significant digits of a code: `370502000000` → `370502`, the whole country → ``. */
export function regionPrefix(code: RegionCode): string {
  const cut = [0, ...cuts].find((length) => /^0*$/.test(code.slice(length)));
  return code.slice(0, cut ?? 12);
}

/** Level of a code, or undefined for the whole country. */
export function regionLevel(code: RegionCode): RegionLevel | undefined {
  const length = regionPrefix(code).length;
  const index = cuts.findIndex((cut) => cut === length);
  return index < 0 ? undefined : regionLevels[index];
}

/** True when `upper` is `code` itself or a region above it. */
export const covers = (upper: RegionCode, code: RegionCode): boolean => code.startsWith(regionPrefix(upper));

/** The code of the region at a level above: `ancestor('370502001003', 'county')` → `370502000000`. */
export const ancestorAt = (code: RegionCode, level: RegionLevel): RegionCode =>
  code.slice(0, cuts[regionLevels.indexOf(level)]).padEnd(12, '0');

/** Half-open range of codes under a region, for `code >= lo and code < hi` on a "C"-collated column. */
export function scopeRange(code: RegionCode): { lo: string; hi: string } {
  const prefix = regionPrefix(code);
  if (prefix === '') return { lo: '', hi: ':' };
  const next = String(Number(prefix) + 1).padStart(prefix.length, '0');
  return { lo: prefix.padEnd(12, '0'), hi: next.length > prefix.length ? ':' : next.padEnd(12, '0') };
}
