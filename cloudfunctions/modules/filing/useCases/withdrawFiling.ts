import type { UseCase } from '@functions/platform/useCase';
import { factsForNotice, openCase, saveCase, statusAfter } from '../filingCase';
import { presentAfter } from '../presentFiling';

/** 撤回修改：报送审批之前，申请人可以拿回去改。 */
export const withdrawFiling: UseCase<'filing.withdraw'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  const row = await saveCase(ctx, opened.row, {
    status: statusAfter(ctx, opened, 'withdraw'),
    claimedBy: null,
    claimedByName: null,
    acceptedBy: null,
    acceptedByName: null,
    acceptedAt: null,
    countersign: 'notRequired',
    countersignOpinion: null,
    dueOn: null,
  });
  ctx.audit({ aggregate: 'filing', id: row.id });
  await ctx.emit('filing.withdrawn', factsForNotice(opened.row));
  return presentAfter(ctx, opened, row);
};
