import type { UseCase } from '@functions/platform/useCase';
import { factsForNotice, openCase, saveCase, statusAfter } from '../filingCase';
import { presentAfter } from '../presentFiling';

/** 不予备案：必须写明理由，申请人看得到。 */
export const refuseFiling: UseCase<'filing.refuse'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  const row = await saveCase(ctx, opened.row, {
    status: statusAfter(ctx, opened, 'refuse'),
    refusalReason: input.reason,
    approvedBy: ctx.actor.userId,
    approvedByName: ctx.actor.name,
    decidedAt: ctx.now,
    dueOn: null,
    claimedBy: null,
    claimedByName: null,
  });
  ctx.audit({ aggregate: 'filing', id: row.id, note: input.reason });
  await ctx.emit('filing.refused', { ...factsForNotice(row), reason: input.reason });
  return presentAfter(ctx, opened, row);
};
