import { engine, testDatabase, useTestDatabase } from './database';

describe('databases for tests', () => {
  const database = useTestDatabase();

  it('are migrated', async () => {
    const [row] = await database().query<{ count: string }>('select count(*) from schema_migration');
    expect(Number(row?.count)).toBeGreaterThan(0);
  });

  it('are their own: what one file writes no other sees', async () => {
    await database().query('create table only_here (n int)');
    const other = await testDatabase();
    const rows = await other.query(`select 1 from pg_tables where tablename = 'only_here'`);
    await other.close();
    expect(rows).toEqual([]);
  });

  it('run on the engine that was asked for', async () => {
    const [row] = await database().query<{ version: string }>('select version()');
    expect(row?.version.includes('PGlite')).toBe(engine === 'embedded');
  });
});
