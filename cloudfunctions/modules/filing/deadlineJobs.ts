import { inArray, sql, type SQL } from 'drizzle-orm';
import type { EventName } from '@shared/kernel/events';
import { holdersOf } from '@functions/modules/user/service';
import type { Ctx } from '@functions/platform/context';
import type { Job } from '@functions/platform/runJob';
import { factsForNotice, type FilingRow } from './filingCase';
import { queuePredicates } from './queues';
import { filing } from './tables';

const batch = 100;

/** Marks at most one batch as reminded today and returns it: whoever comes second finds nothing to do. */
async function takeBatch(ctx: Ctx, condition: SQL): Promise<FilingRow[]> {
  const { rows } = await ctx.tx.execute<{ id: string }>(sql`
    update filing set reminded_on = ${ctx.today} where id in (
      select f.id from filing f where ${condition} order by f.id limit ${batch} for update skip locked
    ) returning id`);
  if (rows.length === 0) return [];
  return ctx.tx
    .select()
    .from(filing)
    .where(
      inArray(
        filing.id,
        rows.map(({ id }) => id),
      ),
    );
}

const notToday = (ctx: Ctx) => sql`(f.reminded_on is null or f.reminded_on < ${ctx.today})`;

/** Whoever holds the case, else everybody of the street who could take it. */
async function tellOfficers(ctx: Ctx, name: EventName, row: FilingRow): Promise<void> {
  const role = row.status === 'underReview' ? 'streetApprover' : 'streetAcceptor';
  const officers = row.claimedBy ? [row.claimedBy] : await holdersOf(ctx.tx, [role], row.streetCode, ctx.today);
  // Nobody in the street: the county still has to hear of it.
  for (const holderId of officers.length > 0 ? officers : [null])
    await ctx.emit(name, { ...factsForNotice(row), holderId });
}

const remindOfficers = (name: string, queue: 'dueSoon' | 'overdue', event: EventName): Job => ({
  name,
  async run(ctx) {
    const rows = await takeBatch(ctx, sql`${queuePredicates(ctx.today)[queue]} and ${notToday(ctx)}`);
    for (const row of rows) await tellOfficers(ctx, event, row);
    return rows.length;
  },
});

/** 快到期、已逾期的件，每天提醒一次。 */
export const remindDueSoon = remindOfficers('remindDueSoon', 'dueSoon', 'filing.dueSoon');
export const remindOverdue = remindOfficers('remindOverdue', 'overdue', 'filing.overdue');

/** 补正逾期，告诉申请人一次。 */
export const remindCorrection: Job = {
  name: 'remindCorrection',
  async run(ctx) {
    const rows = await takeBatch(
      ctx,
      sql`f.status = 'returned' and f.due_on < ${ctx.today} and (f.reminded_on is null or f.reminded_on <= f.due_on)`,
    );
    for (const row of rows) await ctx.emit('filing.correctionOverdue', factsForNotice(row));
    return rows.length;
  },
};
