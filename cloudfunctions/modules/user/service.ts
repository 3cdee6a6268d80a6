import { randomUUID } from 'node:crypto';
import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { GrantableRole } from '@shared/kernel/actor';
import { ancestorAt, regionLevel, regionLevels, wholeCountry, type RegionCode } from '@shared/kernel/regionScope';
import type { Ctx } from '@functions/platform/context';
import type { Tx } from '@functions/platform/database';
import { appUser, roleGrant } from './tables';

export interface NewGrant {
  userId: string;
  role: GrantableRole;
  regionCode?: RegionCode | null;
  organizationId?: string | null;
  /** Last day, civil date */
  validTo?: string | null;
}

const validOn = (today: string) =>
  and(
    isNull(roleGrant.withdrawnAt),
    lte(roleGrant.validFrom, today),
    or(isNull(roleGrant.validTo), gte(roleGrant.validTo, today)),
  );

/** Gives a hat from today on. Who may give it is asked by the caller. The same hat given twice is one hat. */
export async function giveGrant(ctx: Ctx, grant: NewGrant): Promise<string> {
  const { userId, role, regionCode = null, organizationId = null, validTo = null } = grant;
  const [same] = await ctx.tx
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(
      and(
        eq(roleGrant.userId, userId),
        eq(roleGrant.role, role),
        sql`${roleGrant.regionCode} is not distinct from ${regionCode}`,
        sql`${roleGrant.organizationId} is not distinct from ${organizationId}::uuid`,
        sql`${roleGrant.validTo} is not distinct from ${validTo}`,
        validOn(ctx.today),
      ),
    )
    .limit(1);
  if (same) return same.id;
  const id = randomUUID();
  await ctx.tx.insert(roleGrant).values({
    id,
    userId,
    role,
    regionCode,
    organizationId,
    validFrom: ctx.today,
    validTo,
    grantedBy: ctx.actor.userId,
    createdAt: ctx.now,
  });
  ctx.audit({
    aggregate: 'grant',
    id,
    action: 'grant.give',
    after: { userId, role, regionCode, organizationId, validTo },
  });
  return id;
}

/** Takes all hats of an organization away, at its cancellation. */
export async function withdrawGrantsOf(ctx: Ctx, organizationId: string): Promise<void> {
  const rows = await ctx.tx
    .update(roleGrant)
    .set({ withdrawnAt: ctx.now })
    .where(and(eq(roleGrant.organizationId, organizationId), isNull(roleGrant.withdrawnAt)))
    .returning({ id: roleGrant.id });
  for (const { id } of rows) ctx.audit({ aggregate: 'grant', id, action: 'grant.withdraw' });
}

/** Users known by one of these phone numbers (normalized digits). */
export async function usersWithPhones(tx: Tx, phones: readonly string[]): Promise<{ id: string; phone: string }[]> {
  if (phones.length === 0) return [];
  const rows = await tx
    .select({ id: appUser.id, phone: appUser.phone })
    .from(appUser)
    .where(inArray(appUser.phone, [...new Set(phones)]));
  return rows.flatMap(({ id, phone }) => (phone === null ? [] : [{ id, phone }]));
}

export async function userById(tx: Tx, id: string): Promise<typeof appUser.$inferSelect | undefined> {
  const [row] = await tx.select().from(appUser).where(eq(appUser.id, id));
  return row;
}

/** The region itself and those above it, up to the whole country. */
function uppers(code: RegionCode): RegionCode[] {
  const level = regionLevel(code);
  if (level === undefined) return [wholeCountry];
  return [
    wholeCountry,
    ...regionLevels.slice(0, regionLevels.indexOf(level) + 1).map((upper) => ancestorAt(code, upper)),
  ];
}

/**
 * Who holds one of these roles over the region today; at most 50, nearest first.
 * @returns user ids without repetition
 */
export async function holdersOf(
  tx: Tx,
  roles: readonly GrantableRole[],
  regionCode: RegionCode,
  today: string,
): Promise<string[]> {
  const rows = await tx
    .select({ userId: roleGrant.userId })
    .from(roleGrant)
    .where(and(inArray(roleGrant.role, [...roles]), inArray(roleGrant.regionCode, uppers(regionCode)), validOn(today)))
    .orderBy(sql`${roleGrant.regionCode} desc`)
    .limit(50);
  return [...new Set(rows.map(({ userId }) => userId))];
}

/** Who carries a hat of the organization today: its leaders, or leaders and members. */
export async function membersOf(
  tx: Tx,
  organizationId: string,
  roles: readonly GrantableRole[],
  today: string,
): Promise<string[]> {
  const rows = await tx
    .select({ userId: roleGrant.userId })
    .from(roleGrant)
    .where(and(eq(roleGrant.organizationId, organizationId), inArray(roleGrant.role, [...roles]), validOn(today)))
    .limit(200);
  return [...new Set(rows.map(({ userId }) => userId))];
}
