import type { UseCase } from '@functions/platform/useCase';
import { openCase, saveCase, statusAfter } from '../filingCase';

/** 放弃草稿或退回件。 */
export const discardFiling: UseCase<'filing.discard'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  await saveCase(ctx, opened.row, {
    status: statusAfter(ctx, opened, 'discard'),
    dueOn: null,
    claimedBy: null,
    claimedByName: null,
  });
  ctx.audit({ aggregate: 'filing', id: opened.row.id });
  return {};
};
