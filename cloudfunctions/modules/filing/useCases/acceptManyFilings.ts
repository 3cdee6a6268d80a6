import { AppError } from '@shared/kernel/errors';
import type { Ctx } from '@functions/platform/context';
import { savepoint } from '@functions/platform/database';
import type { UseCase } from '@functions/platform/useCase';
import { accept } from '../accept';
import { suspectedRecords } from '../duplicates';
import { loadCase, statusAfter } from '../filingCase';
import { suspectOf } from '../gates';

interface Result {
  filingId: string;
  name: string;
  accepted: boolean;
  message: string;
}

async function acceptSimple(ctx: Ctx, filingId: string): Promise<Result> {
  const opened = await loadCase(ctx, filingId, { lock: true });
  const { name } = opened.row;
  const refused = (message: string): Result => ({ filingId, name, accepted: false, message });
  try {
    statusAfter(ctx, opened, 'accept');
  } catch (error) {
    if (error instanceof AppError) return refused(error.message);
    throw error;
  }
  if ((await suspectedRecords(ctx.tx, suspectOf(opened))).length > 0)
    return refused('有疑似重复的记录，请打开比对后再受理');
  await accept(ctx, opened);
  return { filingId, name, accepted: true, message: '已受理' };
}

/** 批量受理简单件：一件不成，不影响其他。 */
export const acceptManyFilings: UseCase<'filing.acceptMany'> = async (ctx, { filingIds }) => {
  const results = new Map<string, Result>();
  // In the order of their ids, so that two officers with the same list do not wait for each other in a circle.
  for (const filingId of [...new Set(filingIds)].sort()) {
    try {
      results.set(filingId, await savepoint(ctx.tx, () => acceptSimple(ctx, filingId)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.set(filingId, { filingId, name: '', accepted: false, message: error.message });
    }
  }
  return { results: filingIds.flatMap((filingId) => results.get(filingId) ?? []) };
};
