import { AppError } from '@shared/kernel/errors';
import {
  ancestorAt,
  isRegionCode,
  regionLevel,
  regionLevels,
  wholeCountry,
  type RegionCode,
  type RegionLevel,
} from '@shared/kernel/regionScope';
import { isPlaceholder, spokenPath } from '@shared/modules/region/rules';
import type { Region, RegionChoice } from '@shared/modules/region/schema';
import type { RegionRow } from './packing';
import { findRow, lowerLevels, provinceHasRows, provinceRows, rowsUnder } from './regionData';

const wholeCountryName = '全国';

const withLevel = (row: RegionRow, level: RegionLevel): Region => ({ code: row.code, name: row.name, level });

/** True for a code of the data, and for the whole country. */
export const regionExists = (code: RegionCode): boolean =>
  isRegionCode(code) && (code === wholeCountry || findRow(code) !== undefined);

/** Name of a region alone: 「文汇街道」; undefined for an unknown code. */
export const findRegionName = (code: RegionCode): string | undefined =>
  code === wholeCountry ? wholeCountryName : findRow(code)?.name;

/** @throws NOT_FOUND for an unknown code. */
export function regionName(code: RegionCode): string {
  const name = findRegionName(code);
  if (name === undefined) throw new AppError('NOT_FOUND', { message: '没有找到这个地区，请从列表里重新选择' });
  return name;
}

/** The regions from the province down to this one, without levels that are no government. Empty for the whole country. @throws NOT_FOUND */
export function regionPath(code: RegionCode): Region[] {
  regionName(code);
  const level = regionLevel(code);
  if (level === undefined) return [];
  const path = regionLevels.slice(0, regionLevels.indexOf(level) + 1).flatMap((each): Region[] => {
    const upper = ancestorAt(code, each);
    const row = regionLevel(upper) === each ? findRow(upper) : undefined;
    return row ? [withLevel(row, each)] : [];
  });
  return path.filter(({ code: each, name }) => each === code || !isPlaceholder(name));
}

/** Names from the province down: `['山东省', '东营市', '东营区', '文汇街道']`. */
export const regionPathNames = (code: RegionCode): string[] => spokenPath(regionPath(code).map(({ name }) => name));

/** The whole name in one line: 「山东省东营市东营区文汇街道」; 「全国」 for the whole country. */
export const regionFullName = (code: RegionCode): string => regionPathNames(code).join('') || wholeCountryName;

const hasChildren = (code: RegionCode, level: RegionLevel): boolean =>
  lowerLevels.slice(regionLevels.indexOf(level)).some((lower) => rowsUnder(lower, code).length > 0);

/** The next level that exists under a region: counties, or townships right under 东莞. Empty at the bottom. */
function nextBelow(code: RegionCode, level: RegionLevel): Region[] {
  for (const lower of lowerLevels.slice(regionLevels.indexOf(level))) {
    const rows = rowsUnder(lower, code);
    if (rows.length > 0) {
      return rows.flatMap((row) => (isPlaceholder(row.name) ? nextBelow(row.code, lower) : [withLevel(row, lower)]));
    }
  }
  return [];
}

/** Regions right below, in the order of their codes; the districts of 北京 come right below 北京. @throws NOT_FOUND */
export function childrenOf(code: RegionCode): RegionChoice[] {
  regionName(code);
  const level = regionLevel(code);
  if (level === undefined) {
    return provinceRows().map((row) => ({ ...withLevel(row, 'province'), hasChildren: provinceHasRows(row.code) }));
  }
  return nextBelow(code, level).map((region) => ({ ...region, hasChildren: hasChildren(region.code, region.level) }));
}
