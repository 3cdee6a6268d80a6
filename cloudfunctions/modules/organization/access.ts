import { coversRegion, hasRole, type Actor } from '@shared/kernel/actor';
import { AppError } from '@shared/kernel/errors';
import { staffRoles } from '@shared/kernel/policy';
import type { Tx } from '@functions/platform/database';
import { findOrganization, type OrganizationRow, type PersonalRow } from './repository';

type Place = Pick<OrganizationRow, 'id' | 'communityCode'>;

/** 负责人：任何一顶帽子是这个组织的负责人。 */
export const leadsOrganization = (actor: Actor, { id }: Pick<Place, 'id'>): boolean =>
  actor.grants.some((grant) => grant.role === 'orgLeader' && grant.organizationId === id);

/** 民政和街镇工作人员，辖区覆盖所在社区。 */
export const staffOf = (actor: Actor, { communityCode }: Place): boolean =>
  hasRole(actor, ...staffRoles) && coversRegion(actor, communityCode);

/** Who opens the whole record: its people, and officers whose region covers it. */
export const seesOrganization = (actor: Actor, place: Place): boolean =>
  actor.grants.some((grant) => grant.organizationId === place.id) ||
  (hasRole(actor, ...staffRoles, 'partyStaff', 'federation', 'villageClerk', 'auditor') &&
    coversRegion(actor, place.communityCode));

/** The record, if this actor may open it. @throws NOT_FOUND for a foreign one exactly as for an absent one */
export async function openOrganization(
  tx: Tx,
  actor: Actor,
  id: string,
  may: (actor: Actor, place: Place) => boolean = seesOrganization,
): Promise<{ row: OrganizationRow; personal: PersonalRow | undefined }> {
  const found = await findOrganization(tx, id);
  if (!found || !may(actor, found.row)) throw new AppError('NOT_FOUND');
  return found;
}
