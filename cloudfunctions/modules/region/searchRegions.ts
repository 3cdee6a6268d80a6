import { regionLevel, wholeCountry, type RegionCode, type RegionLevel } from '@shared/kernel/regionScope';
import { cleanLine, foldText } from '@shared/kernel/text';
import {
  afterRegion,
  communityForms,
  isPlaceholder,
  regionStem,
  spokenPath,
  type CommunityForms,
} from '@shared/modules/region/rules';
import type { RegionHit } from '@shared/modules/region/schema';
import { rowsNaming } from './nameText';
import type { RegionRow } from './packing';
import { lowerLevels, provinceRows, rowsUnder } from './regionData';
import { regionPath } from './regionTree';

interface Hit {
  row: RegionRow;
  level: RegionLevel;
}

interface Query {
  /** As typed, and without marks and blanks */
  spellings: string[];
  forms: CommunityForms;
}

/** At most so many regions of one name are looked into: 「城关镇」 exists hundreds of times. */
const namesakesMax = 20;

function queryOf(text: string): Query {
  const spellings = [...new Set([cleanLine(text), foldText(text)])].filter((each) => each !== '');
  return { spellings, forms: communityForms(text) };
}

/** 0 the name itself, 1 its beginning, 2 a part of it; undefined when it does not fit. */
function rank({ name }: RegionRow, level: RegionLevel, { spellings, forms }: Query): number | undefined {
  if (spellings.includes(name)) return 0;
  if (level === 'village') {
    const own = communityForms(name);
    if (own.short === forms.short || own.stem === forms.full) return 0;
  } else if (spellings.includes(regionStem(name))) return 0;
  if (spellings.some((text) => name.startsWith(text))) return 1;
  return spellings.some((text) => name.includes(text)) ? 2 : undefined;
}

/** Rows naming one of the pieces, bigger regions first; villages only when asked for. */
function* rowsWith(pieces: readonly string[], within: RegionCode, withVillages: boolean): Generator<Hit> {
  const provinces = within === wholeCountry ? provinceRows() : [{ code: within, name: '' }];
  if (within === wholeCountry) {
    for (const row of rowsNaming(provinces, pieces)) yield { row, level: 'province' };
  }
  for (const level of lowerLevels) {
    if (level === 'village' && !withVillages) return;
    for (const { code } of provinces) {
      for (const row of rowsNaming(rowsUnder(level, code), pieces)) {
        if (!isPlaceholder(row.name)) yield { row, level };
      }
    }
  }
}

function hitsIn(within: RegionCode, text: string, limit: number): Hit[] {
  const query = queryOf(text);
  const ranked: Hit[][] = [[], [], []];
  for (const hit of rowsWith([...query.spellings, query.forms.stem], within, true)) {
    const bucket = ranked[rank(hit.row, hit.level, query) ?? -1];
    if (bucket && bucket.length < limit) bucket.push(hit);
  }
  return ranked.flat().slice(0, limit);
}

/** Regions whose name stands in front of the text: 「东营区文汇」 → 东营区. */
function namedFirst(text: string, within: RegionCode): RegionRow[] {
  const found: RegionRow[] = [];
  for (const { row } of rowsWith([`\n${text.slice(0, 2)}`], within, false)) {
    if (row.code !== within && afterRegion(text, row.name) !== undefined) found.push(row);
    if (found.length >= namesakesMax) break;
  }
  return found;
}

/** The name parts one after another: 「文汇街道东旭社区」 is 东旭社区 under 文汇街道. Goes down at most one level a part. */
function find(text: string, within: RegionCode, limit: number): Hit[] {
  const direct = hitsIn(within, text, limit);
  const folded = foldText(text);
  if (direct.length > 0 || folded.length < 3 || regionLevel(within) === 'township') return direct;
  const found = namedFirst(folded, within).flatMap((row) => find(afterRegion(folded, row.name) ?? '', row.code, limit));
  return [...new Map(found.map((hit) => [hit.row.code, hit])).values()].slice(0, limit);
}

/** Regions by any part of their name, by a community's short name, or by names one after another. */
export function searchRegions(text: string, within: RegionCode, limit: number): RegionHit[] {
  if (foldText(text) === '') return [];
  return find(text, within, limit).map(({ row, level }) => {
    const path = regionPath(row.code).map(({ name }) => name);
    return { code: row.code, name: row.name, level, upper: spokenPath(path.slice(0, -1)).join('') };
  });
}
