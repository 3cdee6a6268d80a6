import { createApi } from '@functions/api/createApi';
import { openDatabase, savepoint, type Database } from '@functions/platform/database';
import type { StoragePort } from '@functions/platform/ports';
import { deskCases, oldGroup } from './cases';
import { DemoDesk } from './demoDesk';
import { seedOldLedger } from './oldLedger';
import { isSeeded, seedApplicant, seedPersonas } from './seedPeople';

export interface SeedOptions {
  connectionString: string;
  /** The host's own file store */
  files: Pick<StoragePort, 'read' | 'write'>;
  onProgress: (sentence: string) => void;
}

const dayMs = 86_400_000;
const grantedFrom = '2020-01-01';

/** Demo data, once: personas, an old ledger, a group whose filing runs out soon, and a desk with a day's work. Cases go through the real pipeline, with the clock set back. */
export async function seedDemo({ connectionString, files, onProgress }: SeedOptions): Promise<void> {
  const database = openDatabase(connectionString, 1);
  try {
    if (await database.transaction(isSeeded)) return;
    onProgress('第一次启动：正在写入演示数据…');
    // One transaction around everything, each command a savepoint: a start that is interrupted leaves no half of a demo.
    await database.transaction((outer) =>
      writeDemo(
        { transaction: (work) => savepoint(outer, () => work(outer)), close: async () => undefined },
        files,
        new Date(),
      ),
    );
  } finally {
    await database.close();
  }
}

async function writeDemo(database: Database, files: SeedOptions['files'], now: Date): Promise<void> {
  let clock = now;
  const ticket = (key: string) => Promise.resolve({ url: key, method: 'PUT' as const, headers: {} });
  const refuse = () => Promise.reject(new Error('not part of the seed'));
  const handle = createApi({
    database,
    publicUrl: '',
    clock: () => clock,
    ports: {
      storage: { ...files, prepareUpload: ticket, temporaryUrl: refuse, remove: () => Promise.resolve() },
      identity: { openidOfCode: refuse },
      messages: { sendSubscribe: () => Promise.resolve() },
    },
  });
  const desk = new DemoDesk(handle, files, (at) => {
    clock = at;
  });

  await database.transaction((tx) => seedPersonas(tx, now, grantedFrom));
  await database.transaction((tx) => seedOldLedger(tx, now));
  await desk.fileOldGroup(oldGroup, now);
  for (const [index, demoCase] of deskCases.entries()) {
    const applicant = demoCase.applicant ?? `applicant${index}`;
    if (!demoCase.applicant) {
      await database.transaction((tx) =>
        seedApplicant(tx, applicant, demoCase.answers.leader.name, demoCase.answers.leader.phone, now),
      );
    }
    await desk.file(applicant, demoCase, new Date(now.getTime() - demoCase.daysAgo * dayMs));
  }
}
