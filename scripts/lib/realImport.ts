import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { access } from '@shared/access';
import { contract, type Output } from '@shared/contract';
import type { Actor, GrantableRole, Hat } from '@shared/kernel/actor';
import { todayIn } from '@shared/kernel/civilDate';
import { AppError } from '@shared/kernel/errors';
import { normalizePhone } from '@shared/kernel/phone';
import { covers } from '@shared/kernel/regionScope';
import { openOrJoinDatabase } from '@functions/localHost/joinDatabase';
import { importWith } from '@functions/modules/ledger/useCases/commitImport';
import { openDatabase, type Tx } from '@functions/platform/database';
import { createHandler } from '@functions/platform/handler';
import { migrate } from '@functions/platform/migrate';
import type { Ports } from '@functions/platform/ports';

const action = 'ledger.importCommit';

export interface RealImport {
  /** The project's folder */
  root: string;
  path: string;
  bytes: Uint8Array;
  regionCode: string;
  sheet?: string;
  /** The officer in whose name the import is recorded */
  asPhone: string;
}

type Found = { id: string; name: string; grantId: string; role: GrantableRole; regionCode: string };

/** The officer with this phone, under a hat that may import into the region. @throws FORBIDDEN when there is none */
async function officer(tx: Tx, { asPhone, regionCode }: RealImport, now: Date): Promise<Actor> {
  const { rows } = await tx.execute<Found>(sql`
    select u.id, u.name, g.id as "grantId", g.role, g.region_code as "regionCode" from app_user u join role_grant g on g.user_id = u.id
    where u.phone = ${normalizePhone(asPhone)} and g.withdrawn_at is null and g.region_code is not null
      and g.valid_from <= ${todayIn(now)} and (g.valid_to is null or g.valid_to >= ${todayIn(now)})
    order by g.created_at, g.id`);
  const actors = rows.map((row): Actor => {
    const hat: Hat = { grantId: row.grantId, role: row.role, regionCode: row.regionCode, organizationId: null };
    return { userId: row.id, name: row.name, hat, grants: [hat] };
  });
  const found = actors.find((actor) => access[action](actor) && covers(actor.hat.regionCode ?? '', regionCode));
  if (!found)
    throw new AppError('FORBIDDEN', {
      message: '这个手机号没有在该地区导入台账的身份（街镇受理人、审批人或县级民政），请先由管理员授权',
    });
  return found;
}

async function databaseAddress(root: string): Promise<{ url: string; close: () => Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, close: () => Promise.resolve() };
  const dataDir = process.env.SHELIN_DATA ?? join(root, '.data');
  const { connectionString, close } = await openOrJoinDatabase({
    dataDir,
    onProgress: (sentence) => console.error(sentence),
  });
  return { url: connectionString, close };
}

/**
 * Imports through the same pipeline as the desk: same policy, same transaction, same audit. Only the file comes from this
 * machine, and the officer is named by phone: whoever can open the database could do as much without it.
 */
export async function importForReal(words: RealImport): Promise<Output<'ledger.importCommit'>> {
  const { root, path, bytes, regionCode, sheet } = words;
  const address = await databaseAddress(root);
  try {
    await migrate(address.url, join(root, 'cloudfunctions/migrations'));
    const database = openDatabase(address.url);
    try {
      const handle = createHandler({
        contract: { [action]: contract[action] },
        access: { [action]: access[action] },
        routes: { [action]: importWith(() => Promise.resolve({ name: basename(path), bytes })) },
        identify: (tx, _caller, now) => officer(tx, words, now),
        onEvent: () => Promise.resolve(),
        database,
        // The file is read here; an import sends nothing.
        ports: {} as Ports,
        clock: () => new Date(),
        demo: false,
        publicUrl: '',
      });
      const input = { fileId: randomUUID(), regionCode, ...(sheet === undefined ? {} : { sheet }) };
      const { envelope } = await handle({ action, input, requestId: `import-${randomUUID()}` }, null);
      if (!envelope.ok) throw new AppError('BAD_INPUT', { message: envelope.error.message });
      return envelope.data as Output<'ledger.importCommit'>;
    } finally {
      await database.close();
    }
  } finally {
    await address.close();
  }
}
