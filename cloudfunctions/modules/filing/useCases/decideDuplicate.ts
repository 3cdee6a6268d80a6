import { AppError } from '@shared/kernel/errors';
import { factsOf } from '@functions/modules/organization/service';
import type { UseCase } from '@functions/platform/useCase';
import { suspectedRecords } from '../duplicates';
import { openCase, saveCase, statusAfter } from '../filingCase';
import { suspectOf } from '../gates';
import { presentAfter } from '../presentFiling';
import { duplicateVerdict } from '../tables';

/** 判定疑似重复：同一还是不同，写明理由。判为同一的导入记录，批准时由本件接手。 */
export const decideDuplicate: UseCase<'filing.decideDuplicate'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  statusAfter(ctx, opened, 'decideDuplicate');
  const candidate = (await suspectedRecords(ctx.tx, suspectOf(opened))).find(({ key }) => key === input.key);
  if (!candidate) throw new AppError('NOT_FOUND', { message: '这条疑似重复的记录已经不在了，请刷新' });
  if (input.verdict === 'same' && candidate.source === 'organization') {
    const other = await factsOf(ctx.tx, input.key.slice('organization:'.length));
    if (other?.kind === 'registered')
      throw new AppError('BAD_INPUT', { message: '这是登记的组织，不能由备案接手；确是同一个组织的，请不予备案' });
  }
  const decision = {
    verdict: input.verdict,
    reason: input.reason,
    decidedBy: ctx.actor.userId ?? '',
    decidedByName: ctx.actor.name,
    decidedAt: ctx.now,
  };
  await ctx.tx
    .insert(duplicateVerdict)
    .values({ filingId: opened.row.id, candidateKey: input.key, ...decision })
    .onConflictDoUpdate({ target: [duplicateVerdict.filingId, duplicateVerdict.candidateKey], set: decision });
  const row = await saveCase(ctx, opened.row, {});
  const verdict = input.verdict === 'same' ? '同一个组织' : '不同的组织';
  ctx.audit({ aggregate: 'filing', id: row.id, note: `与“${candidate.name}”是${verdict}：${input.reason}` });
  return presentAfter(ctx, opened, row);
};
