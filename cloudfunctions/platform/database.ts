import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { sql } from 'drizzle-orm';
import pg from 'pg';

/** One open transaction: Drizzle on a single connection. Its own `transaction` would commit ours, so it is not there; `savepoint` is. */
export type Tx = Omit<NodePgDatabase, 'transaction'>;

/** The role the functions act under: owns nothing, bypasses nothing. The first migration creates it. */
export const appRole = 'shelin_app';

export interface Database {
  /** Runs `work` in one transaction under the app role; retried on serialization failures and deadlocks. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

let savepoints = 0;

/** Work inside a transaction that may fail by itself: then only it is undone. */
export async function savepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const name = sql.raw(`part_${(savepoints += 1)}`);
  await tx.execute(sql`savepoint ${name}`);
  try {
    const answer = await work();
    await tx.execute(sql`release savepoint ${name}`);
    return answer;
  } catch (error) {
    await tx.execute(sql`rollback to savepoint ${name}`);
    throw error;
  }
}

/** serialization_failure, deadlock_detected, lock_not_available */
const retryable = new Set(['40001', '40P01', '55P03']);
const attempts = 5;

/** A unique key hit by a race whose loser should simply look again: the audit chain's next place. */
const isRetryable = (error: unknown): boolean => {
  const cause = rootCause(error);
  return retryable.has(cause.code ?? '') || (cause.code === '23505' && cause.constraint === 'audit_entry_pkey');
};

/** The PostgreSQL error under Drizzle's wrapping. */
export function rootCause(error: unknown): { code?: string; constraint?: string; message?: string } {
  let current = error as { cause?: unknown; code?: string };
  while (current && typeof current === 'object' && current.cause && typeof current.cause === 'object') {
    current = current.cause as typeof current;
  }
  return current ?? {};
}

/** True when the database refused a row because of this unique key. */
export const violates = (error: unknown, constraint: string): boolean => {
  const cause = rootCause(error);
  return cause.code === '23505' && cause.constraint === constraint;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Opens a pool on a PostgreSQL server, embedded or not.
 * @param connectionString `postgres://…`
 * @param max connections; one per function instance is enough, tests of races want more
 */
export function openDatabase(connectionString: string, max = 2): Database {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 });
  // A broken idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);

  async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken = false;
    try {
      await client.query(`begin; set local role ${appRole}`);
      const answer = await work(drizzle(client));
      await client.query('commit');
      return answer;
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work);
        } catch (error) {
          if (attempt >= attempts || !isRetryable(error)) throw error;
          await pause(Math.random() * 20 * 2 ** attempt);
        }
      }
    },
    close: () => pool.end(),
  };
}
