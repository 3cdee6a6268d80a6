import { AppError } from '@shared/kernel/errors';
import { charterAsText, charterText } from '@shared/modules/filing/charter';
import { findRegionName } from '@functions/modules/region/service';
import type { UseCase } from '@functions/platform/useCase';
import { valueAt } from '../answers';
import { loadCase } from '../filingCase';

/** 按已填的内容生成章程；没填的地方留空格，之后可以自己改。 */
export const draftCharter: UseCase<'filing.draftCharter'> = async (ctx, { filingId }) => {
  const { row, answers, rules, organization } = await loadCase(ctx, filingId);
  if (row.applicantId !== ctx.actor.userId) throw new AppError('FORBIDDEN');
  const text = (path: string): string => {
    const value = valueAt(answers, path);
    return typeof value === 'string' ? value : '';
  };
  const founders = Array.isArray(answers.founders)
    ? answers.founders.map((_, index) => text(`founders.${index}.name`))
    : [];
  const category = rules.data.categories.find(({ code }) => code === text('category'))?.label;
  const charter = charterText({
    name: text('name') || (organization?.name ?? ''),
    categoryLabel: category ?? organization?.categoryLabel ?? '',
    communityName: findRegionName(row.communityCode) ?? '',
    purpose: text('purpose') || (organization?.purpose ?? ''),
    scope: text('scope') || (organization?.scope ?? ''),
    activityArea: text('activityArea') || (organization?.activityArea ?? ''),
    leaderName: text('leader.name') || (organization?.leader.name ?? ''),
    founders:
      founders.length > 0
        ? founders.filter((name) => name !== '')
        : (organization?.founders ?? []).map(({ name }) => name),
    funds: text('fundSource'),
  });
  return { charter: charterAsText(charter) };
};
