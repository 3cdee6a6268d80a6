import { and, asc, eq, ilike, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '@shared/kernel/actor';
import { scopeRange } from '@shared/kernel/regionScope';
import type { Tx } from '@functions/platform/database';
import type { GrantRow } from './presenter';
import { appUser, roleGrant } from './tables';

const columns = {
  id: roleGrant.id,
  userId: roleGrant.userId,
  userName: appUser.name,
  role: roleGrant.role,
  regionCode: roleGrant.regionCode,
  organizationId: roleGrant.organizationId,
  validFrom: roleGrant.validFrom,
  validTo: roleGrant.validTo,
  withdrawnAt: roleGrant.withdrawnAt,
};

/** Which grants a hat may look at: all staff grants for the system administrator, the region's for the county, the group's for its leader. */
function visibleTo({ hat }: Actor): SQL | undefined {
  if (hat.role === 'systemAdmin') return isNull(roleGrant.organizationId);
  if (hat.organizationId !== null) return eq(roleGrant.organizationId, hat.organizationId);
  const { lo, hi } = scopeRange(hat.regionCode ?? 'none');
  return sql`${roleGrant.regionCode} >= ${lo} and ${roleGrant.regionCode} < ${hi}`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Grants in sight, by the receiver's name or phone. */
export async function listGrants(
  tx: Tx,
  actor: Actor,
  text: string,
  page: number,
  pageSize: number,
): Promise<GrantRow[]> {
  const like = `%${escapeLike(text.trim())}%`;
  return tx
    .select(columns)
    .from(roleGrant)
    .innerJoin(appUser, eq(appUser.id, roleGrant.userId))
    .where(
      and(
        visibleTo(actor),
        text.trim() === '' ? undefined : or(ilike(appUser.name, like), eq(appUser.phone, text.trim())),
      ),
    )
    .orderBy(sql`${roleGrant.withdrawnAt} is not null`, asc(appUser.name), asc(roleGrant.id))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize);
}

/** Where an organization is at home; by code only, the user module stands above the organization module. */
export async function organizationRegion(tx: Tx, organizationId: string | null): Promise<string | null> {
  if (organizationId === null) return null;
  const { rows } = await tx.execute<{ code: string }>(
    sql`select community_code as code from organization where id = ${organizationId}::uuid and status <> 'cancelled'`,
  );
  return rows[0]?.code ?? null;
}

export async function findGrant(tx: Tx, grantId: string): Promise<GrantRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(roleGrant)
    .innerJoin(appUser, eq(appUser.id, roleGrant.userId))
    .where(eq(roleGrant.id, grantId));
  return row;
}
