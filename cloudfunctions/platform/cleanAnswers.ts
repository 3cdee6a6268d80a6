import dayjs from 'dayjs';
import { lt, sql } from 'drizzle-orm';
import { answersKeptDays } from './once';
import type { Job } from './runJob';
import { storedAnswer } from './tables';

/** Stored answers older than 30 days go; nobody repeats a tap after that. */
export const cleanAnswers: Job = {
  name: 'cleanAnswers',
  async run(ctx) {
    const limit = dayjs(ctx.now).subtract(answersKeptDays, 'day').toDate();
    const rows = await ctx.tx
      .delete(storedAnswer)
      .where(
        sql`(${storedAnswer.actorKey}, ${storedAnswer.requestId}) in (select actor_key, request_id from stored_answer where ${lt(storedAnswer.createdAt, limit)} limit 500)`,
      )
      .returning({ requestId: storedAnswer.requestId });
    return rows.length;
  },
};
