import { notifyOf } from '@functions/modules/notification/service';
import { deliverOutbox } from '@functions/modules/notification/deliverOutbox';
import { startFunction, type Started } from '@functions/platform/functionMain';
import { log } from '@functions/platform/log';
import { runJob } from '@functions/platform/runJob';
import { jobs } from './jobList';

/** Every timed piece of work once, then the messages it caused. One that fails does not stop the others. */
export async function runJobs({ database, ports, environment }: Started, now: Date): Promise<Record<string, number>> {
  const touched: Record<string, number> = {};
  for (const job of jobs) {
    try {
      touched[job.name] = await runJob(job, { database, onEvent: notifyOf, publicUrl: environment.publicUrl, now });
    } catch (error) {
      log.error({ err: error, job: job.name }, 'job failed');
    }
  }
  touched.deliverOutbox = await deliverOutbox(database, ports.messages, now);
  return touched;
}

let warm: Promise<Started> | undefined;

/** 云函数 `jobs`：定时器每分钟唤醒一次。 */
export async function main(): Promise<{ status: number; body: unknown }> {
  warm ??= startFunction().catch((error: unknown) => {
    warm = undefined;
    throw error;
  });
  return { status: 200, body: await runJobs(await warm, new Date()) };
}
