import pg from 'pg';

/** A function that really uses the database it was given. */
export async function main(event: { action?: string; type?: string }): Promise<unknown> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    if (event.action === 'session.demoPersonas')
      return { status: 200, envelope: { ok: true, data: { items: [{ name: '王芳', title: '社区居民' }] } } };
    if (event.action === 'test.add') await client.query("insert into thing (words) values ('added')");
    const { rows } = await client.query('select words from thing order by 1');
    return { status: 200, envelope: { ok: true, data: rows.map((row: { words: string }) => row.words) } };
  } finally {
    await client.end();
  }
}
