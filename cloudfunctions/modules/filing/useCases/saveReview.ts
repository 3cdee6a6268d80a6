import { AppError } from '@shared/kernel/errors';
import type { UseCase } from '@functions/platform/useCase';
import { openCase, saveCase, statusAfter } from '../filingCase';
import { presentAfter } from '../presentFiling';

/** 保存审查清单的打分和意见；没打完的可以先存。 */
export const saveReview: UseCase<'filing.saveReview'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  statusAfter(ctx, opened, 'saveReview');
  const checklist = new Map(opened.rules.data.checklist.map((item) => [item.id, item]));
  const wrong = Object.entries(input.scores).flatMap(([id, score]) => {
    const item = checklist.get(id);
    if (!item) return [{ field: `scores.${id}`, message: '审查清单里没有这一项' }];
    return score > item.maxScore ? [{ field: `scores.${id}`, message: `这一项最多 ${item.maxScore} 分` }] : [];
  });
  if (wrong.length > 0) throw new AppError('BAD_INPUT', { fields: wrong.slice(0, 5) });
  const row = await saveCase(ctx, opened.row, {
    reviewScores: input.scores,
    reviewOpinion: input.opinion,
    committeeOpinion: input.committeeOpinion,
  });
  ctx.audit({
    aggregate: 'filing',
    id: row.id,
    changed: ['审查清单', '审查意见'],
    before: opened.row.reviewScores,
    after: input.scores,
  });
  return presentAfter(ctx, opened, row);
};
