import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { appUser, roleGrant } from '@functions/modules/user/tables';
import type { Tx } from '@functions/platform/database';
import { personas } from './personas';

/** The openid the seed acts under for one of its people. */
export const demoOpenidOf = (id: string): string => `demo-${id}`;

export async function isSeeded(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from app_user limit 1`);
  return rows.length > 0;
}

/** The personas with their hats. Hats of the demo group come later, when the group has been filed. */
export async function seedPersonas(tx: Tx, now: Date, grantedFrom: string): Promise<void> {
  for (const { id, name, phone, elderMode = false, hat } of personas) {
    const userId = randomUUID();
    await tx.insert(appUser).values({ id: userId, openid: demoOpenidOf(id), name, phone, elderMode, createdAt: now });
    if (!hat || hat.ownsDemoGroup) continue;
    await tx.insert(roleGrant).values({
      id: randomUUID(),
      userId,
      role: hat.role,
      regionCode: hat.regionCode ?? null,
      validFrom: grantedFrom,
      createdAt: now,
    });
  }
}

/** Further applicants, so that the desk has a day's work. */
export async function seedApplicant(tx: Tx, id: string, name: string, phone: string, now: Date): Promise<void> {
  await tx.insert(appUser).values({ id: randomUUID(), openid: demoOpenidOf(id), name, phone, createdAt: now });
}
