import type { Actor, GrantableRole } from '@shared/kernel/actor';
import { covers, regionLevel, type RegionCode, type RegionLevel } from '@shared/kernel/regionScope';

/** What a role is bound to: a region of one of these levels, an organization, or nothing. */
export const roleBinding: Record<GrantableRole, { region?: readonly RegionLevel[]; organization?: true }> = {
  volunteer: {},
  orgLeader: { organization: true },
  orgMember: { organization: true },
  villageClerk: { region: ['village'] },
  streetAcceptor: { region: ['township'] },
  streetApprover: { region: ['township'] },
  federation: { region: ['township', 'county', 'city', 'province'] },
  countyStaff: { region: ['county'] },
  cityStaff: { region: ['city'] },
  provinceStaff: { region: ['province'] },
  partyStaff: { region: ['township', 'county', 'city', 'province'] },
  auditor: { region: ['county', 'city', 'province'] },
  systemAdmin: {},
};

export interface GrantTarget {
  role: GrantableRole;
  regionCode: RegionCode | null;
  organizationId: string | null;
  /** Where the organization is at home, when the hat belongs to one */
  organizationRegion?: RegionCode | null;
}

/** Why a grant does not fit its role, as a sentence; undefined when it fits. */
export function grantProblem({ role, regionCode, organizationId }: GrantTarget): string | undefined {
  const binding = roleBinding[role];
  if (binding.organization) return organizationId && !regionCode ? undefined : '请选择这个角色所属的组织';
  if (organizationId) return '这个角色不属于某个组织，请去掉组织';
  if (!binding.region) return regionCode ? '这个角色没有辖区，请去掉辖区' : undefined;
  const level = regionCode === null ? undefined : regionLevel(regionCode);
  return level && binding.region.includes(level) ? undefined : '请选择与这个角色级别相符的辖区';
}

/**
 * Who may give or withdraw a grant: the system administrator gives staff roles to others (never to himself);
 * county staff give street, village, federation and Party-building roles inside their region, and the leader's hat of a group there
 * (an imported ledger knows a leader's name, not his account); a leader gives member hats of his own group.
 */
export function mayGrant(actor: Actor, target: GrantTarget, receiverId: string): boolean {
  const { role, regionCode, organizationId, organizationRegion = null } = target;
  if (actor.userId === null || actor.userId === receiverId) return false;
  if (actor.hat.role === 'systemAdmin') return role !== 'orgLeader' && role !== 'orgMember' && role !== 'volunteer';
  if (actor.hat.role === 'orgLeader') return role === 'orgMember' && organizationId === actor.hat.organizationId;
  const countyGives: readonly GrantableRole[] = [
    'villageClerk',
    'streetAcceptor',
    'streetApprover',
    'federation',
    'partyStaff',
  ];
  const place = role === 'orgLeader' ? organizationRegion : countyGives.includes(role) ? regionCode : null;
  return (
    actor.hat.role === 'countyStaff' &&
    place !== null &&
    actor.hat.regionCode !== null &&
    covers(actor.hat.regionCode, place)
  );
}
