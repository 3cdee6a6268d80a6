import { AppError } from '@shared/kernel/errors';
import { violates } from '@functions/platform/database';
import type { UseCase } from '@functions/platform/useCase';
import { takeEffect } from '../decide';
import { factsForNotice, openCase, saveCase, statusAfter } from '../filingCase';
import { approvalProblem, examine } from '../gates';
import { presentAnew } from '../presentFiling';

/** 同意备案：编号、台账、负责人身份和通知在同一笔里落定。 */
export const approveFiling: UseCase<'filing.approve'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  const status = statusAfter(ctx, opened, 'approve');
  const examination = await examine(ctx, opened);
  const problem = approvalProblem(opened, examination);
  if (problem) throw problem;
  const { organizationId, filingCode } = await takeEffect(ctx, opened, examination).catch((error: unknown) => {
    if (violates(error, 'organization_name_in_community'))
      throw new AppError('DUPLICATE_NAME', { message: '台账里同一社区已有同名的组织，请退回，请申请人换一个名字' });
    throw error;
  });
  const row = await saveCase(ctx, opened.row, {
    status,
    organizationId,
    filingCode,
    approvedBy: ctx.actor.userId,
    approvedByName: ctx.actor.name,
    decidedAt: ctx.now,
    dueOn: null,
    claimedBy: null,
    claimedByName: null,
  });
  ctx.audit({
    aggregate: 'filing',
    id: row.id,
    note: input.opinion === '' ? undefined : input.opinion,
    after: { organizationId, filingCode },
  });
  const facts = { ...factsForNotice(row), organizationId, filingCode };
  await ctx.emit('filing.approved', facts);
  // R153：审批的事，监管要马上知道。
  if (row.kind === 'setup') await ctx.emit('organization.approved', facts);
  return presentAnew(ctx, row.id);
};
