import { hasRole, isSignedIn, type Actor, type Role } from './actor';

/** The first gate of every action, before any record is read: may this hat ask at all? Records have their own gate (workflow `by`, scope). */
export type Access = (actor: Actor) => boolean;
export type AccessTable<Action extends string> = Readonly<Record<Action, Access>>;

export const anyone: Access = () => true;
export const signedIn: Access = isSignedIn;
export const hats =
  (...roles: readonly Role[]): Access =>
  (actor) =>
    hasRole(actor, ...roles);

/** 街镇经办：受理人、审批人。 */
export const streetRoles = ['streetAcceptor', 'streetApprover'] as const;
/** 县、市、省民政。 */
export const upperRoles = ['countyStaff', 'cityStaff', 'provinceStaff'] as const;
export const staffRoles = [...streetRoles, ...upperRoles] as const;
