import { cleanAnswers } from '@functions/platform/cleanAnswers';
import type { Job } from '@functions/platform/runJob';
import { filingJobs } from './filingJobs';

/** What the timer does, in this order. */
export const jobs: readonly Job[] = [...filingJobs, cleanAnswers];
