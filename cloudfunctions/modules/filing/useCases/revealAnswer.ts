import { AppError } from '@shared/kernel/errors';
import { labelOfPath } from '@shared/modules/filing/formPaths';
import type { UseCase } from '@functions/platform/useCase';
import { valueAt } from '../answers';
import { loadCase } from '../filingCase';

/** 查看一个完整的证件号或电话；谁看的、为什么看，记在审计里。 */
export const revealAnswer: UseCase<'filing.reveal'> = async (ctx, { filingId, path, reason }) => {
  const { row, answers } = await loadCase(ctx, filingId);
  const value = /(^|\.)(idNumber|phone)$/.test(path) ? valueAt(answers, path) : undefined;
  if (typeof value !== 'string') throw new AppError('BAD_INPUT', { message: '只能查看证件号和电话，请重新选择' });
  ctx.audit({ aggregate: 'filing', id: row.id, note: reason, changed: [labelOfPath(row.kind, path) ?? path] });
  return { value };
};
