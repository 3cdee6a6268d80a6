import { regionLevel, type RegionCode } from '@shared/kernel/regionScope';
import { foldText } from '@shared/kernel/text';
import { regionStem } from '@shared/modules/region/rules';
import { childrenOf, findCommunity } from '@functions/modules/region/service';

/** Townships under a region by folded name and by stem; a name that two of them share belongs to none. */
function townshipsUnder(within: RegionCode): Map<string, RegionCode | undefined> {
  const names = new Map<string, RegionCode | undefined>();
  const add = (name: string, code: RegionCode) =>
    names.set(name, names.has(name) && names.get(name) !== code ? undefined : code);
  const visit = (code: RegionCode): void => {
    for (const region of childrenOf(code)) {
      if (region.level === 'township')
        for (const form of new Set([foldText(region.name), regionStem(foldText(region.name))])) add(form, region.code);
      else if (region.level !== 'village') visit(region.code);
    }
  };
  visit(within);
  return names;
}

/**
 * Finds communities for one import: inside the street a row names, else inside the region of the import.
 * A street that is known rules: a community of another street of the same name is not taken for it.
 */
export function communityResolver(within: RegionCode): (community: string, street: string) => RegionCode | undefined {
  const townships = regionLevel(within) === 'village' ? new Map<string, undefined>() : townshipsUnder(within);
  const known = new Map<string, RegionCode | undefined>();
  return (community, street) => {
    const key = `${street}\n${community}`;
    if (!known.has(key)) {
      const folded = foldText(street);
      const township = townships.get(folded) ?? townships.get(regionStem(folded));
      known.set(key, findCommunity(community, township ?? within));
    }
    return known.get(key);
  };
}
