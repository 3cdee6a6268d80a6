import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Runs one SQL text that may hold several statements. */
export type Execute = (sql: string) => Promise<{ rows: Record<string, unknown>[] }>;

const lockKey = 7_230_415;

/**
 * Applies every migration of the folder that is not yet applied, in order of name, each in its own transaction.
 * Safe to run twice and by two processes at once: the second waits for the lock and finds nothing to do.
 * @param execute a single connection
 * @throws when an applied migration was edited since
 */
export async function runMigrations(execute: Execute, directory: string): Promise<string[]> {
  await execute(`select pg_advisory_lock(${lockKey})`);
  try {
    await execute(
      `create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    const { rows } = await execute('select name, checksum from schema_migration');
    const applied = new Map(rows.map((row) => [String(row.name), String(row.checksum)]));
    const done: string[] = [];
    for (const name of readdirSync(directory)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const text = readFileSync(join(directory, name), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      const before = applied.get(name);
      if (before === checksum) continue;
      if (before) throw new Error(`Migration ${name} was changed after it had been applied.`);
      await execute(
        `begin; ${text}; insert into schema_migration (name, checksum) values ('${name}', '${checksum}'); commit;`,
      );
      done.push(name);
    }
    return done;
  } finally {
    await execute(`rollback; select pg_advisory_unlock(${lockKey})`);
  }
}

/** Migrates the database behind a connection string. Connects as the owner, never as the app role. */
export async function migrate(connectionString: string, directory: string): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await runMigrations(async (sql) => {
      const result = (await client.query(sql)) as pg.QueryResult | pg.QueryResult[];
      return Array.isArray(result) ? (result.at(-1) ?? { rows: [] }) : result;
    }, directory);
  } finally {
    await client.end();
  }
}
