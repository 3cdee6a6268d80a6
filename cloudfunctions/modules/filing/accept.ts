import { dueOnEntering } from '@shared/modules/filing/clocks';
import type { Ctx } from '@functions/platform/context';
import { factsForNotice, saveCase, statusAfter, type FilingCase, type FilingRow } from './filingCase';

/** Accepts an opened case: the decision clock starts, and the Party-building body is asked where the rules want it. */
export async function accept(ctx: Ctx, opened: FilingCase): Promise<FilingRow> {
  const status = statusAfter(ctx, opened, 'accept');
  const row = await saveCase(ctx, opened.row, {
    status,
    acceptedBy: ctx.actor.userId,
    acceptedByName: ctx.actor.name,
    acceptedAt: ctx.now,
    dueOn: dueOnEntering(opened.rules.data, status, ctx.today, opened.row.dueOn),
    remindedOn: null,
  });
  await ctx.emit('filing.accepted', factsForNotice(row));
  if (row.countersign === 'pending') await ctx.emit('filing.countersignRequested', factsForNotice(row));
  ctx.audit({ aggregate: 'filing', id: row.id });
  return row;
}
