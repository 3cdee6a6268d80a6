import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { Client, Pool } from 'pg';
import { DatabasePort } from '../../cloudfunctions/localHost/databasePort';

/** The engine this run is about: `embedded` (PGlite, default) or `server` (PostgreSQL), by `SHELIN_TEST_ENGINE`. */
export type Engine = 'embedded' | 'server';
export const engine: Engine = process.env.SHELIN_TEST_ENGINE === 'server' ? 'server' : 'embedded';

/** What databaseSetup leaves for the test files: the packed data folder, or the server with a template database. */
export const templateVariables = { embedded: 'SHELIN_TEST_DATA_DIR', server: 'SHELIN_TEST_SERVER' } as const;
export const templateDatabase = 'shelin_template';

/** A migrated, empty database of one's own. */
export interface TestDatabase {
  engine: Engine;
  connectionString: string;
  /** Straight to the database, past every policy: for looking at what a use case left behind. */
  query: <Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

function leftBySetup(): string {
  const value = process.env[templateVariables[engine]];
  if (!value)
    throw new Error('Run database tests with `npx jest --selectProjects database`: their setup prepares the template.');
  return value;
}

function opened(connectionString: string, closeBelow: () => Promise<void>): TestDatabase {
  const pool = new Pool({ connectionString, max: 2 });
  // A server that goes away under an idle connection is no failure of the test.
  pool.on('error', () => undefined);
  return {
    engine,
    connectionString,
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query(sql, [...values])).rows as Row[],
    close: async () => {
      await pool.end();
      await closeBelow();
    },
  };
}

async function embeddedDatabase(): Promise<TestDatabase> {
  const db = await PGlite.create({ loadDataDir: new Blob([readFileSync(leftBySetup())]) });
  const password = 'test';
  const port = await DatabasePort.open(db, {
    password,
    port: 0,
    idleInTransactionMs: 10_000,
    maxConnections: 64,
    onBreakdown: (error) => console.error('The embedded database broke down.', error),
  });
  return opened(`postgres://postgres:${password}@127.0.0.1:${port.port}/postgres?sslmode=disable`, async () => {
    await port.close();
    await db.close();
  });
}

let made = 0;

async function serverDatabase(): Promise<TestDatabase> {
  const serverUrl = leftBySetup();
  const name = `test_${process.pid}_${(made += 1)}`;
  const administer = async (sql: string) => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await administer(`create database ${name} template ${templateDatabase}`);
  return opened(serverUrl.replace(/\/[^/]*$/, `/${name}`), () =>
    administer(`drop database if exists ${name} with (force)`),
  );
}

/** A fresh migrated database: a copy of the one the run prepared (embedded 0.7 s, server 0.1 s). Close it. */
export const testDatabase = (): Promise<TestDatabase> => (engine === 'server' ? serverDatabase() : embeddedDatabase());

/** One database for the tests of a file (or `describe`): made before them, closed after them. */
export function useTestDatabase(): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    await database?.close();
  });
  return () => {
    if (!database) throw new Error('The database exists inside tests and hooks only.');
    return database;
  };
}
