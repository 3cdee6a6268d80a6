/** Exports a whole province through the pipeline and prints what it took: run as a process of its own, so that memory is its own. */
import { randomUUID } from 'node:crypto';
import { createApi } from '@functions/api/createApi';
import { openDatabase } from '@functions/platform/database';
import type { Ports } from '@functions/platform/ports';

const [connectionString = '', openid = '', hat = ''] = process.argv.slice(2);
let bytes = 0;
const storage: Ports['storage'] = {
  prepareUpload: () => Promise.reject(new Error('Nothing is uploaded here')),
  read: () => Promise.reject(new Error('Nothing is read here')),
  write: (_key, content) => Promise.resolve(void (bytes = content.length)),
  temporaryUrl: (key) => Promise.resolve(`bench:${key}`),
  remove: () => Promise.resolve(),
};

const database = openDatabase(connectionString);
const handle = createApi({ database, ports: { storage } as Ports, publicUrl: '' });
const baseMb = process.resourceUsage().maxRSS / 1024;
const started = performance.now();
void handle({ action: 'ledger.export', input: {}, hat, requestId: randomUUID() }, openid).then(async ({ envelope }) => {
  await database.close();
  if (!envelope.ok) throw new Error(envelope.error.message);
  const { rows } = envelope.data as { rows: number };
  console.log(
    JSON.stringify({
      rows,
      bytes,
      baseMb,
      maxRssMb: process.resourceUsage().maxRSS / 1024,
      seconds: (performance.now() - started) / 1000,
    }),
  );
});
