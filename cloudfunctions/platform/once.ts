import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '@shared/kernel/actor';
import { AppError } from '@shared/kernel/errors';
import type { Tx } from './database';
import { storedAnswer } from './tables';

export const answersKeptDays = 30;

const keyOf = (actor: Actor): string => actor.userId ?? actor.hat.role;

/** Key order does not matter: the same tap always has the same digest. */
export function inputDigest(input: unknown): string {
  const stable = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(stable)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, item]) => [key, stable(item)]),
          )
        : value;
  return createHash('sha256')
    .update(JSON.stringify(stable(input)) ?? '')
    .digest('hex');
}

export interface OnceKey {
  requestId: string;
  action: string;
  digest: string;
}

/**
 * Claims the key for this transaction; a parallel twin waits here until the first has committed.
 * @returns the stored answer when the command was done before
 * @throws REQUEST_REUSED when the key was used for another action or input
 */
export async function claimOnce(
  tx: Tx,
  actor: Actor,
  key: OnceKey,
  now: Date,
): Promise<{ answer: unknown } | undefined> {
  const claimed = await tx
    .insert(storedAnswer)
    .values({
      actorKey: keyOf(actor),
      requestId: key.requestId,
      action: key.action,
      inputDigest: key.digest,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ requestId: storedAnswer.requestId });
  if (claimed.length > 0) return undefined;
  const found = await findAnswer(tx, actor, key);
  if (!found) throw new AppError('REQUEST_REUSED');
  return found;
}

/**
 * The answer given before under this key, if any.
 * @throws REQUEST_REUSED when the key was used for another action or input
 */
export async function findAnswer(tx: Tx, actor: Actor, key: OnceKey): Promise<{ answer: unknown } | undefined> {
  const [row] = await tx
    .select()
    .from(storedAnswer)
    .where(and(eq(storedAnswer.actorKey, keyOf(actor)), eq(storedAnswer.requestId, key.requestId)));
  if (!row) return undefined;
  if (row.action !== key.action || row.inputDigest !== key.digest) throw new AppError('REQUEST_REUSED');
  return { answer: JSON.parse(row.answer ?? 'null') as unknown };
}

/** Keeps the answer with the change it belongs to. */
export async function keepAnswer(tx: Tx, actor: Actor, key: OnceKey, answer: unknown): Promise<void> {
  await tx
    .update(storedAnswer)
    .set({ answer: JSON.stringify(answer) })
    .where(and(eq(storedAnswer.actorKey, keyOf(actor)), eq(storedAnswer.requestId, key.requestId)));
}
