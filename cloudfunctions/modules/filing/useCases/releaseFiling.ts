import type { UseCase } from '@functions/platform/useCase';
import { openCase, saveCase, statusAfter } from '../filingCase';
import { presentAfter } from '../presentFiling';

/** 放回待办。 */
export const releaseFiling: UseCase<'filing.release'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  statusAfter(ctx, opened, 'release');
  const row = await saveCase(ctx, opened.row, { claimedBy: null, claimedByName: null });
  ctx.audit({ aggregate: 'filing', id: row.id });
  return presentAfter(ctx, opened, row);
};
