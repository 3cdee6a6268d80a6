import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '@shared/kernel/actor';
import type { CivilDate } from '@shared/kernel/civilDate';
import { AppError } from '@shared/kernel/errors';
import { scopeRange } from '@shared/kernel/regionScope';
import { addWorkdays } from '@shared/kernel/workdays';
import type { FilingQueue } from '@shared/modules/filing/status';

/** Statuses in which the office's clock runs; a returned case waits for its applicant. */
const onOurClock = sql`f.status in ('submitted', 'accepted', 'underReview')`;

/** 各队列的口径，只写在这里。`f` is the case. */
export const queuePredicates = (today: CivilDate): Record<FilingQueue, SQL> => ({
  toAccept: sql`f.status = 'submitted'`,
  inReview: sql`f.status = 'accepted'`,
  awaitingCorrection: sql`f.status = 'returned'`,
  toCountersign: sql`f.status in ('accepted', 'underReview') and f.countersign = 'pending'`,
  toDecide: sql`f.status = 'underReview'`,
  dueSoon: sql`${onOurClock} and f.due_on >= ${today} and f.due_on <= ${addWorkdays(today, 1)}`,
  overdue: sql`${onOurClock} and f.due_on < ${today}`,
  done: sql`f.status in ('approved', 'refused')`,
});

/** The cases under the hat's region, never a draft. @throws FORBIDDEN for a hat without a region */
export function inScopeOf({ hat }: Actor): SQL {
  if (hat.regionCode === null) throw new AppError('FORBIDDEN');
  const { lo, hi } = scopeRange(hat.regionCode);
  return sql`f.street_code >= ${lo} and f.street_code < ${hi} and f.status not in ('draft', 'discarded')`;
}
