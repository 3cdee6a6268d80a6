import { eq } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import type { Tx } from '@functions/platform/database';
import { organization, organizationPersonal } from './tables';

/** 组织的公开事实，一行。 */
export type OrganizationRow = typeof organization.$inferSelect;
/** 组织的个人信息，一行。 */
export type PersonalRow = typeof organizationPersonal.$inferSelect;

/** Both halves of an organization; undefined when there is none of this id. */
export async function findOrganization(
  tx: Tx,
  id: string,
): Promise<{ row: OrganizationRow; personal: PersonalRow | undefined } | undefined> {
  const [found] = await tx
    .select()
    .from(organization)
    .leftJoin(organizationPersonal, eq(organizationPersonal.organizationId, organization.id))
    .where(eq(organization.id, id));
  return found && { row: found.organization, personal: found.organization_personal ?? undefined };
}

/** The row, locked until the transaction ends. @throws NOT_FOUND */
export async function lockOrganization(tx: Tx, id: string): Promise<OrganizationRow> {
  const [row] = await tx.select().from(organization).where(eq(organization.id, id)).for('update');
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}
