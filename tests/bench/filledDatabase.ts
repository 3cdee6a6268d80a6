import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Role } from '@shared/kernel/actor';
import { openEmbeddedDatabase } from '@functions/localHost/embeddedDatabase';
import { migrate } from '@functions/platform/migrate';
import { fillLedger } from './ledgerRows';
import { say } from './measure';

const root = join(__dirname, '../..');

export interface FilledDatabase {
  /** As the owner */
  client: Client;
  connectionString: string;
  close: () => Promise<void>;
}

/** The database, filled once and kept for the next run. */
export async function openFilled(rows: number): Promise<FilledDatabase> {
  const dataDir = join(root, `.cache/bench/ledger-${rows}`);
  mkdirSync(dataDir, { recursive: true });
  const database = await openEmbeddedDatabase({ dataDir, idleInTransactionMs: 120_000, onProgress: say });
  await migrate(database.connectionString, join(root, 'cloudfunctions/migrations'));
  const client = new Client({ connectionString: database.connectionString });
  await client.connect();
  const { rows: found } = await client.query<{ count: number }>('select count(*)::int as count from organization');
  if (found[0]?.count !== rows) {
    say(`Filling ${rows} organizations, once…`);
    await client.query('truncate organization, organization_personal');
    await fillLedger(client, rows, say);
  }
  await client.query('vacuum analyze organization');
  return {
    client,
    connectionString: database.connectionString,
    close: async () => {
      await client.query(
        `delete from role_grant where user_id in (select id from app_user where openid like 'bench-%')`,
      );
      await client.query(`delete from app_user where openid like 'bench-%'`);
      await client.end();
      await database.close();
    },
  };
}

/** A person with one hat, known by an openid; gone when the database is closed. */
export async function personWith(client: Client, role: Role, region: string): Promise<{ openid: string; hat: string }> {
  const [id, hat] = [randomUUID(), randomUUID()];
  await client.query('insert into app_user (id, openid, name, created_at) values ($1, $2, $3, now())', [
    id,
    `bench-${id}`,
    '测量',
  ]);
  await client.query(
    `insert into role_grant (id, user_id, role, region_code, valid_from, created_at) values ($1, $2, $3, $4, '2020-01-01', now())`,
    [hat, id, role, region],
  );
  return { openid: `bench-${id}`, hat };
}
