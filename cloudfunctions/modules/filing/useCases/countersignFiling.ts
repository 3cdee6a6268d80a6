import type { UseCase } from '@functions/platform/useCase';
import { factsForNotice, openCase, saveCase, statusAfter } from '../filingCase';
import { presentAfter } from '../presentFiling';

/** 党建机构会签：同意或有意见，与街镇审查并行。 */
export const countersignFiling: UseCase<'filing.countersign'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  statusAfter(ctx, opened, 'countersign');
  const row = await saveCase(ctx, opened.row, {
    countersign: input.agree ? 'agreed' : 'objected',
    countersignOpinion: input.opinion,
  });
  ctx.audit({ aggregate: 'filing', id: row.id, note: `${input.agree ? '同意' : '有意见'}：${input.opinion}` });
  await ctx.emit('filing.countersigned', { ...factsForNotice(row), agree: input.agree, reason: input.opinion });
  return presentAfter(ctx, opened, row);
};
