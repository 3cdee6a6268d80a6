import { remindCorrection, remindDueSoon, remindOverdue } from '@functions/modules/filing/deadlineJobs';
import { lapseOrganizations, remindRenewal } from '@functions/modules/filing/validityJobs';
import type { Job } from '@functions/platform/runJob';

/** Everything about filing that time alone brings about. Lapsing goes first: who has lapsed is not reminded any more. */
export const filingJobs: readonly Job[] = [
  remindDueSoon,
  remindOverdue,
  remindCorrection,
  lapseOrganizations,
  remindRenewal,
];
