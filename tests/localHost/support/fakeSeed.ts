import pg from 'pg';

interface Options {
  connectionString: string;
  files: { write(key: string, bytes: Uint8Array): Promise<void>; read(key: string): Promise<Uint8Array> };
}

/** Seeds one row once, by way of the host's file store. */
export async function seedDemo({ connectionString, files }: Options): Promise<void> {
  await files.write('seed/words.txt', Buffer.from('seeded'));
  const client = new pg.Client({ connectionString });
  await client.connect();
  const words = Buffer.from(await files.read('seed/words.txt')).toString();
  await client.query(
    'insert into thing (words) select $1::text where not exists (select from thing where words = $1)',
    [words],
  );
  await client.end();
}
