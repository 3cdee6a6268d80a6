import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate, runMigrations } from '../../../cloudfunctions/platform/migrate';
import { engine, templateDatabase, templateVariables } from '../database';
import { startPostgres, type PostgresServer } from '../postgresServer';

const migrations = join(__dirname, '../../../cloudfunctions/migrations');

/** What the run has to clear away; globalSetup and globalTeardown share a process, not a module registry. */
export const prepared: { server?: PostgresServer; folder?: string } = ((
  globalThis as { shelinPrepared?: typeof prepared }
).shelinPrepared ??= {});

/** Prepares one migrated database per run; every test file gets a copy of it (tests/support/database.ts). */
export default async function databaseSetup(): Promise<void> {
  if (engine === 'server') {
    const server = (prepared.server = await startPostgres());
    await server.execute(`create database ${templateDatabase}`);
    await migrate(server.urlOf(templateDatabase), migrations);
    process.env[templateVariables.server] = server.url;
    return;
  }
  const db = await PGlite.create();
  await runMigrations(async (sql) => (await db.exec(sql)).at(-1) ?? { rows: [] }, migrations);
  const dump = await db.dumpDataDir('none');
  await db.close();
  prepared.folder = mkdtempSync(join(tmpdir(), 'shelin-test-'));
  const file = join(prepared.folder, 'data.tar');
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  process.env[templateVariables.embedded] = file;
}
