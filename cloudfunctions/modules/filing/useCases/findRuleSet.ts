import type { UseCase } from '@functions/platform/useCase';
import { ruleSetFor } from '../ruleSets';

/** 一个地区今天适用的备案办法。 */
export const findRuleSet: UseCase<'ruleSet.forRegion'> = (ctx, { regionCode }) =>
  ruleSetFor(ctx.tx, regionCode, ctx.today);
