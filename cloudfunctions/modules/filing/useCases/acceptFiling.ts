import type { UseCase } from '@functions/platform/useCase';
import { accept } from '../accept';
import { openCase } from '../filingCase';
import { presentAfter } from '../presentFiling';

/** 受理。 */
export const acceptFiling: UseCase<'filing.accept'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  return presentAfter(ctx, opened, await accept(ctx, opened));
};
