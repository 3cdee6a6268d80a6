/** Removes what databaseSetup prepared. */
export default async function databaseTeardown(): Promise<void> {}
