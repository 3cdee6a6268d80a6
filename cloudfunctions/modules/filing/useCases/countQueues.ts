import { sql } from 'drizzle-orm';
import { filingQueues, type FilingQueue } from '@shared/modules/filing/status';
import type { UseCase } from '@functions/platform/useCase';
import { inScopeOf, queuePredicates } from '../queues';

/** 各队列件数。 */
export const countQueues: UseCase<'filing.queueCounts'> = async (ctx) => {
  const predicates = queuePredicates(ctx.today);
  const columns = filingQueues.map(
    (queue) => sql`count(*) filter (where ${predicates[queue]})::int as ${sql.identifier(queue)}`,
  );
  const { rows } = await ctx.tx.execute<Record<FilingQueue, number>>(
    sql`select ${sql.join(columns, sql`, `)} from filing f where ${inScopeOf(ctx.actor)}`,
  );
  const [counts] = rows;
  if (!counts) throw new Error('Counting gave no row');
  return { counts };
};
