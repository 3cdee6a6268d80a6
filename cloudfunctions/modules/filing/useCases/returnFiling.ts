import { AppError } from '@shared/kernel/errors';
import { dueOnEntering } from '@shared/modules/filing/clocks';
import { labelOfPath } from '@shared/modules/filing/formPaths';
import type { UseCase } from '@functions/platform/useCase';
import { factsForNotice, openCase, saveCase, statusAfter } from '../filingCase';
import { presentAfter } from '../presentFiling';

/** 退回补正：逐项标出要改的地方和理由，只有这些地方重新打开。 */
export const returnFiling: UseCase<'filing.return'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  const status = statusAfter(ctx, opened, 'return');
  const unknown = input.fields.filter(({ field }) => labelOfPath(opened.row.kind, field) === undefined);
  if (unknown.length > 0)
    throw new AppError('BAD_INPUT', {
      fields: unknown.slice(0, 5).map(({ field }) => ({ field, message: '表单里没有这一项，请重新选择' })),
    });
  // The same place twice: the reasons belong together.
  const byField = new Map<string, string>();
  for (const { field, reason } of input.fields)
    byField.set(field, byField.has(field) ? `${byField.get(field)}；${reason}` : reason);
  const returnedFields = [...byField].map(([field, reason]) => ({ field, reason }));
  const row = await saveCase(ctx, opened.row, {
    status,
    returnedFields,
    returnNote: input.note === '' ? null : input.note,
    claimedBy: null,
    claimedByName: null,
    dueOn: dueOnEntering(opened.rules.data, status, ctx.today, opened.row.dueOn),
    remindedOn: null,
  });
  const labels = returnedFields.map(({ field }) => labelOfPath(row.kind, field) ?? field);
  const reasons = returnedFields.map(({ reason }, index) => `${labels[index]}：${reason}`).join('；');
  ctx.audit({
    aggregate: 'filing',
    id: row.id,
    changed: labels,
    note: input.note === '' ? reasons : `${reasons}。${input.note}`,
  });
  await ctx.emit('filing.returned', { ...factsForNotice(row), count: returnedFields.length, reason: reasons });
  return presentAfter(ctx, opened, row);
};
