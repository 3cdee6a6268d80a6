import { rmSync } from 'node:fs';
import { prepared } from './databaseSetup';

/** Removes what databaseSetup prepared. */
export default async function databaseTeardown(): Promise<void> {
  await prepared.server?.stop();
  if (prepared.folder) rmSync(prepared.folder, { recursive: true, force: true });
}
