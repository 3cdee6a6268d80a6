import { coversRegion } from '@shared/kernel/actor';
import { covers } from '@shared/kernel/regionScope';
import { findRegionName } from '@functions/modules/region/service';
import type { UseCase } from '@functions/platform/useCase';
import { mayEditRuleSet } from '../ruleSetEditing';
import { currentRuleSets, ruleSetFor } from '../ruleSets';

/** 与本辖区有关的备案办法：辖区内的，加上本辖区正在沿用的。Newest versions, also those not yet in force. */
export const listRuleSets: UseCase<'ruleSet.list'> = async (ctx) => {
  const region = ctx.actor.hat.regionCode;
  if (region === null) return { items: [] };
  const followed = await ruleSetFor(ctx.tx, region, ctx.today);
  const sets = (await currentRuleSets(ctx.tx)).filter(
    ({ id, data }) => id === followed.id || coversRegion(ctx.actor, data.regionCode) || covers(data.regionCode, region),
  );
  return {
    items: sets.map((set) => ({
      ...set,
      regionName: findRegionName(set.data.regionCode) ?? '',
      editable: mayEditRuleSet(ctx.actor, set.data.regionCode),
    })),
  };
};
