import type { Role } from '@shared/kernel/actor';
import type { FilingQueue } from './status';

/** The queue a role's desk opens with. */
export const homeQueue: Partial<Record<Role, FilingQueue>> = {
  streetAcceptor: 'toAccept',
  streetApprover: 'toDecide',
  partyStaff: 'toCountersign',
  countyStaff: 'overdue',
};

/** What a queue holds, said when it is empty. */
export const emptyQueueWords: Record<FilingQueue, string> = {
  toAccept: '没有待受理的件，都办完了',
  inReview: '没有在审核的件',
  awaitingCorrection: '没有等申请人补正的件',
  toCountersign: '没有等会签的件',
  toDecide: '没有等审批的件',
  dueSoon: '没有快到期的件',
  overdue: '没有逾期的件',
  done: '还没有办结的件',
};
