import { AppError } from '@shared/kernel/errors';
import { findRegionName } from '@functions/modules/region/service';
import type { UseCase } from '@functions/platform/useCase';
import { currentRuleSets, latestRuleSet } from '../ruleSets';
import { mayEditRuleSet, ruleSetProblems } from '../ruleSetEditing';
import { ruleSet } from '../tables';

/** 修改备案办法：每次是一个新版本，在办件沿用开始时的版本。两个人同时改，后保存的要先看前一个的。 */
export const saveRuleSet: UseCase<'ruleSet.save'> = async (ctx, { id, basedOnVersion, data }) => {
  const latest = await latestRuleSet(ctx.tx, id);
  // Somebody else's rule set is as good as absent; what everybody follows by default nobody edits, a region makes its own.
  if (!mayEditRuleSet(ctx.actor, latest?.data.regionCode ?? data.regionCode))
    throw new AppError('FORBIDDEN', { message: '只能修改本辖区的备案办法；要与上级不同，请新建本辖区的办法' });
  if (findRegionName(data.regionCode) === undefined)
    throw new AppError('BAD_INPUT', { fields: [{ field: 'data.regionCode', message: '请从列表里选择地区' }] });
  if (latest && latest.data.regionCode !== data.regionCode)
    throw new AppError('BAD_INPUT', {
      fields: [{ field: 'data.regionCode', message: '办法的适用地区不能改，请另外新建' }],
    });
  if ((latest?.version ?? 0) !== basedOnVersion) throw new AppError('STALE');
  if (!latest) {
    if (!/^[A-Za-z0-9_-]+$/.test(id))
      throw new AppError('BAD_INPUT', { fields: [{ field: 'id', message: '编号只能用字母和数字' }] });
    const other = (await currentRuleSets(ctx.tx)).find((set) => set.data.regionCode === data.regionCode);
    if (other) throw new AppError('BAD_INPUT', { message: `本地区已有“${other.data.title}”，请在它上面修改` });
  }
  const problems = ruleSetProblems(data);
  if (problems.length > 0) throw new AppError('BAD_INPUT', { fields: problems.slice(0, 5) });
  const version = basedOnVersion + 1;
  const saved = await ctx.tx
    .insert(ruleSet)
    .values({
      id,
      version,
      regionCode: data.regionCode,
      effectiveOn: data.effectiveOn,
      data,
      savedBy: ctx.actor.userId ?? '',
      savedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ version: ruleSet.version });
  if (saved.length === 0) throw new AppError('STALE');
  ctx.audit({
    aggregate: 'ruleSet',
    id,
    note: `第 ${version} 版，${data.effectiveOn} 起施行`,
    before: latest?.data,
    after: data,
  });
  return { id, version, data };
};
