import { regionLevel, wholeCountry, type RegionCode } from '@shared/kernel/regionScope';
import { foldText } from '@shared/kernel/text';
import { afterRegion, communityForms, regionStem, type CommunityForms } from '@shared/modules/region/rules';
import { rowsUnder } from './regionData';
import { regionExists, regionPath } from './regionTree';

type Form = keyof CommunityForms;
type Names = Record<Form, Map<string, RegionCode[]>>;

/** Scopes whose names are kept; an import touches one county and its townships. */
const scopesKept = 32;
const kept = new Map<RegionCode, Names>();

function namesIn(scope: RegionCode): Names {
  const known = kept.get(scope);
  if (known) return known;
  const names: Names = { full: new Map(), short: new Map(), stem: new Map() };
  for (const { code, name } of rowsUnder('village', scope)) {
    for (const [form, text] of Object.entries(communityForms(name)) as [Form, string][]) {
      names[form].set(text, [...(names[form].get(text) ?? []), code]);
    }
  }
  if (kept.size >= scopesKept) kept.clear();
  kept.set(scope, names);
  return names;
}

/** Codes that the text may mean, by the strictest form that fits any. Another kind (村 for 社区) counts inside one township only. */
function candidates(text: string, scope: RegionCode): RegionCode[] {
  const names = namesIn(scope);
  const { full, short, stem } = communityForms(text);
  const isTownship = regionLevel(scope) === 'township';
  const tiers = [
    names.full.get(full),
    names.short.get(short),
    names.stem.get(full),
    isTownship ? names.stem.get(stem) : undefined,
  ];
  return tiers.find((codes) => codes !== undefined) ?? [];
}

/** The text without 「山东省东营市东营区」 in front. */
function withoutUppers(text: string, scope: RegionCode): string {
  return regionPath(scope).reduce(
    (rest, { name }) => (rest.startsWith(name) && rest.length > name.length ? rest.slice(name.length) : rest),
    text,
  );
}

/** Code of the street or township an office means: 「文汇街道办事处」「文汇」. Undefined when nothing or more than one fits. */
export function findTownship(name: string, within: RegionCode): RegionCode | undefined {
  if (within === wholeCountry || !regionExists(within)) return undefined;
  const text = withoutUppers(foldText(name), within);
  const townships = rowsUnder('township', within);
  const exact = townships.filter((row) => row.name === text);
  const fitting = exact.length > 0 ? exact : townships.filter((row) => regionStem(row.name) === regionStem(text));
  return fitting.length === 1 ? fitting[0]?.code : undefined;
}

/**
 * Code of the community or village an office means by a name, with or without its township in front, inside a region.
 * Villages of one name are common in a county: give the township's name where the ledger has it.
 * Undefined when nothing or more than one thing fits, also when the named township has no such community.
 */
export function findCommunity(name: string, within: RegionCode, townshipName = ''): RegionCode | undefined {
  if (within === wholeCountry || !regionExists(within) || foldText(name) === '') return undefined;
  const scope = findTownship(townshipName, within) ?? within;
  const direct = candidates(name, scope);
  if (direct.length > 0) return direct.length === 1 ? direct[0] : undefined;
  const text = withoutUppers(foldText(name), scope);
  const found = rowsUnder('township', scope).flatMap((township) => {
    const rest = afterRegion(text, township.name);
    return rest === undefined ? [] : candidates(rest, township.code);
  });
  const [only, another] = [...new Set(found.length > 0 ? found : candidates(text, scope))];
  return another === undefined ? only : undefined;
}
