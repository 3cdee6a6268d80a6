import pg from 'pg';
import { openEmbeddedDatabase } from '../../../cloudfunctions/localHost/embeddedDatabase';

/** Commits one row after another and prints each number once the database has acknowledged it, until somebody kills it. */
async function main(): Promise<void> {
  const database = await openEmbeddedDatabase({ dataDir: process.argv[2]! });
  const client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  await client.query('create table if not exists line (id int primary key, words text not null)');
  const { rows } = await client.query<{ next: number }>('select coalesce(max(id), 0) + 1 as next from line');
  for (let id = rows[0]!.next; ; id++) {
    await client.query('insert into line values ($1, $2)', [id, 'x'.repeat(200)]);
    process.stdout.write(`${id}\n`);
  }
}

void main();
