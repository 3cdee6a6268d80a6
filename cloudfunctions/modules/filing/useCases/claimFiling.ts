import type { UseCase } from '@functions/platform/useCase';
import { openCase, saveCase, statusAfter } from '../filingCase';
import { presentAfter } from '../presentFiling';

/** 我来办：一件同时只有一个人办。The row is locked and its version compared, so of two taps one wins. */
export const claimFiling: UseCase<'filing.claim'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  statusAfter(ctx, opened, 'claim');
  const row = await saveCase(ctx, opened.row, { claimedBy: ctx.actor.userId, claimedByName: ctx.actor.name });
  ctx.audit({ aggregate: 'filing', id: row.id });
  return presentAfter(ctx, opened, row);
};
