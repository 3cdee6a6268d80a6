import { dueOnEntering } from '@shared/modules/filing/clocks';
import type { UseCase } from '@functions/platform/useCase';
import { factsForNotice, openCase, saveCase, statusAfter } from '../filingCase';
import { examine, forwardProblem } from '../gates';
import { presentAfter } from '../presentFiling';

/** 报送审批：疑似重复都判定了、审查清单填完了，才能报送。 */
export const forwardFiling: UseCase<'filing.forward'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  const status = statusAfter(ctx, opened, 'forward');
  const problem = forwardProblem(opened, await examine(ctx, opened));
  if (problem) throw problem;
  const row = await saveCase(ctx, opened.row, {
    status,
    claimedBy: null,
    claimedByName: null,
    dueOn: dueOnEntering(opened.rules.data, status, ctx.today, opened.row.dueOn),
  });
  ctx.audit({ aggregate: 'filing', id: row.id, note: row.reviewOpinion ?? undefined });
  await ctx.emit('filing.forwarded', factsForNotice(row));
  return presentAfter(ctx, opened, row);
};
