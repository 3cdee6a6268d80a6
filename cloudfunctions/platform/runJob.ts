import { systemActor } from '@shared/kernel/actor';
import { todayIn } from '@shared/kernel/civilDate';
import { writeAudit } from './audit';
import type { AuditNote, Ctx } from './context';
import type { Database } from './database';
import type { EventListener } from './emit';

/** A timed piece of work. It may run twice or late: it must find out by itself what is left to do. */
export interface Job {
  name: string;
  /** @returns how many records were touched in this step; called again until it says 0 */
  run(ctx: Ctx): Promise<number>;
}

export interface JobParts {
  database: Database;
  onEvent: EventListener;
  publicUrl: string;
  now: Date;
}

const stepsMax = 1000;

/** Runs a job step by step, each step one transaction under the system's name, so that nothing blocks for long. */
export async function runJob(job: Job, { database, onEvent, publicUrl, now }: JobParts): Promise<number> {
  let touched = 0;
  for (let step = 0; step < stepsMax; step++) {
    const count = await database.transaction(async (tx) => {
      const notes: AuditNote[] = [];
      const requestId = `job:${job.name}:${todayIn(now)}`;
      const ctx: Ctx = {
        tx,
        actor: systemActor,
        now,
        today: todayIn(now),
        requestId,
        demo: false,
        publicUrl,
        audit: (note) => notes.push(note),
        emit: (name, facts) => onEvent(ctx, { name, facts }),
      };
      const done = await job.run(ctx);
      for (const note of notes)
        await writeAudit(tx, { ...note, action: note.action ?? job.name, actor: systemActor, at: now, requestId });
      return done;
    });
    touched += count;
    if (count === 0) break;
  }
  return touched;
}
