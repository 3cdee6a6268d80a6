import type { UseCase } from '@functions/platform/useCase';
import { presentAnew } from '../presentFiling';

/** 备案详情，按看的人给。 */
export const getFiling: UseCase<'filing.get'> = (ctx, { filingId }) => presentAnew(ctx, filingId);
