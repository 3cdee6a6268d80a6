import dayjs from 'dayjs';
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { MessageTemplate } from '@shared/modules/notification/contract';
import { subscribeMessagesPerDay } from '@shared/modules/notification/rules';
import { appUser } from '@functions/modules/user/tables';
import type { Database } from '@functions/platform/database';
import { log } from '@functions/platform/log';
import type { MessagePort } from '@functions/platform/ports';
import { outbox } from '@functions/platform/tables';

const attemptsMax = 6;
const batch = 20;
const payloadShape = z.object({ title: z.string(), body: z.string(), link: z.string().nullable() });

interface Due {
  id: string;
  openid: string | null;
  template: MessageTemplate;
  payload: z.infer<typeof payloadShape>;
  attempts: number;
}

/** Leases due rows for five minutes, so that two timers never send one message twice; the cap per person and day drops the rest. */
async function leaseDue(database: Database, now: Date): Promise<Due[]> {
  return database.transaction(async (tx) => {
    const rows = await tx
      .select({
        id: outbox.id,
        openid: appUser.openid,
        userId: outbox.userId,
        template: outbox.template,
        payload: outbox.payload,
        attempts: outbox.attempts,
      })
      .from(outbox)
      .innerJoin(appUser, eq(appUser.id, outbox.userId))
      .where(and(isNull(outbox.deliveredAt), isNull(outbox.droppedReason), lte(outbox.nextAt, now)))
      .orderBy(outbox.nextAt)
      .limit(batch)
      .for('update', { of: outbox, skipLocked: true });
    const due: Due[] = [];
    for (const row of rows) {
      const [sent] = await tx
        .select({ n: sql<number>`count(*)::int` })
        .from(outbox)
        .where(
          and(
            eq(outbox.userId, row.userId),
            sql`${outbox.deliveredAt} > ${dayjs(now).subtract(1, 'day').toISOString()}::timestamptz`,
          ),
        );
      if (row.openid === null || (sent?.n ?? 0) >= subscribeMessagesPerDay) {
        const droppedReason = row.openid === null ? 'noOpenid' : 'dailyCap';
        await tx.update(outbox).set({ droppedReason }).where(eq(outbox.id, row.id));
        continue;
      }
      await tx
        .update(outbox)
        .set({ nextAt: dayjs(now).add(5, 'minute').toDate(), attempts: row.attempts + 1 })
        .where(eq(outbox.id, row.id));
      due.push({
        ...row,
        template: row.template as MessageTemplate,
        payload: payloadShape.parse(JSON.parse(row.payload)),
      });
    }
    return due;
  });
}

/**
 * Sends what is due, outside any transaction; a failure comes back later with growing distance.
 * @returns how many were delivered
 */
export async function deliverOutbox(database: Database, messages: MessagePort, now: Date): Promise<number> {
  let delivered = 0;
  for (const { id, openid, template, payload, attempts } of await leaseDue(database, now)) {
    const outcome = await messages
      .sendSubscribe({
        openid: openid ?? '',
        template,
        page: payload.link,
        data: { thing1: payload.title, thing2: payload.body },
      })
      .then(
        () => ({ deliveredAt: now }),
        (error: unknown) => {
          log.warn({ err: error, id }, 'message refused');
          return attempts + 1 >= attemptsMax
            ? { droppedReason: 'refusedTooOften' }
            : {
                nextAt: dayjs(now)
                  .add(4 ** (attempts + 1), 'minute')
                  .toDate(),
              };
        },
      );
    await database.transaction(async (tx) => {
      await tx.update(outbox).set(outcome).where(eq(outbox.id, id));
    });
    if ('deliveredAt' in outcome) delivered += 1;
  }
  return delivered;
}
