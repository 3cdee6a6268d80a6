import { covers, regionPrefix, type RegionCode } from '@shared/kernel/regionScope';
import type { RuleSetData } from '@shared/modules/filing/ruleSet';
import { builtInRuleSets, defaultRuleSetId } from '@shared/modules/filing/ruleSets';

/** 出厂自带的办法里适用的一份：本地没有的往上找，都没有就用默认的。 */
export function builtInFor(region: RegionCode | undefined): RuleSetData {
  const applying = builtInRuleSets
    .filter(({ data }) => region !== undefined && covers(data.regionCode, region))
    .sort((a, b) => regionPrefix(b.data.regionCode).length - regionPrefix(a.data.regionCode).length);
  const found = applying[0] ?? builtInRuleSets.find(({ id }) => id === defaultRuleSetId);
  if (!found) throw new Error('The default rule set is missing');
  return found.data;
}
