import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedDatabase, type EmbeddedDatabase, type EmbeddedDatabaseOptions } from './embeddedDatabase';
import { DirectoryHeldError } from './hostError';

/** The address the running holder wrote down, if it answers there. */
async function runningAddress(dataDir: string): Promise<string | undefined> {
  let client: pg.Client | undefined;
  try {
    const { connectionString } = JSON.parse(readFileSync(join(dataDir, 'connection.json'), 'utf8')) as {
      connectionString: string;
    };
    client = new pg.Client({ connectionString });
    await client.connect();
    return connectionString;
  } catch {
    return undefined;
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/**
 * For scripts: the embedded database of a directory, opened, or joined when `npm start` has it open.
 * @throws HostError as `openEmbeddedDatabase` does; also when the holder does not answer
 */
export async function openOrJoinDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  try {
    return await openEmbeddedDatabase(options);
  } catch (error) {
    const connectionString = error instanceof DirectoryHeldError ? await runningAddress(options.dataDir) : undefined;
    if (connectionString === undefined) throw error;
    return { connectionString, close: () => Promise.resolve() };
  }
}
