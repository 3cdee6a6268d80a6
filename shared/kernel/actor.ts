import { covers, type RegionCode } from './regionScope';

/** 角色。系统管理员没有任何业务权限；`public` 与 `system` 不能授予。 */
export const grantableRoles = [
  'volunteer',
  'orgLeader',
  'orgMember',
  'villageClerk',
  'streetAcceptor',
  'streetApprover',
  'federation',
  'countyStaff',
  'cityStaff',
  'provinceStaff',
  'partyStaff',
  'auditor',
  'systemAdmin',
] as const;
export type GrantableRole = (typeof grantableRoles)[number];
export type Role = GrantableRole | 'public' | 'resident' | 'system';

/** 身份（一顶“帽子”）：角色 × 区划或组织。每个登录的人都有 `resident`。 */
export interface Hat {
  grantId: string | null;
  role: Role;
  /** 辖区，12 位区划代码；上级覆盖下级 */
  regionCode: RegionCode | null;
  organizationId: string | null;
}

/** Who is asking, under which hat. `grants` are all hats valid at this request, for recusal checks only. */
export interface Actor {
  userId: string | null;
  name: string;
  hat: Hat;
  grants: readonly Hat[];
}

export const publicActor: Actor = {
  userId: null,
  name: '公众',
  hat: { grantId: null, role: 'public', regionCode: null, organizationId: null },
  grants: [],
};

export const systemActor: Actor = {
  userId: null,
  name: '系统',
  hat: { grantId: null, role: 'system', regionCode: null, organizationId: null },
  grants: [],
};

export const isSignedIn = (actor: Actor): boolean => actor.userId !== null;

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean => roles.includes(actor.hat.role);

/** True when the hat in use covers the region: same region or an upper one. */
export const coversRegion = (actor: Actor, regionCode: RegionCode): boolean =>
  actor.hat.regionCode !== null && covers(actor.hat.regionCode, regionCode);

/** True when any hat of this person ties him to the organization: he must stand back from deciding on it. */
export const belongsTo = (actor: Actor, organizationId: string | null): boolean =>
  organizationId !== null && actor.grants.some((grant) => grant.organizationId === organizationId);
