import { coversRegion, hasRole, type Actor } from '@shared/kernel/actor';
import { hats, signedIn, staffRoles, streetRoles, upperRoles, type AccessTable } from '@shared/kernel/policy';
import type { filingContract } from './contract';
import type { FilingRecord } from './workflow';

const deskRoles = [...staffRoles, 'partyStaff'] as const;

/** 谁管禁入名单。 */
const personnelRoles = [...upperRoles, 'partyStaff'] as const;

export const filingAccess: AccessTable<keyof typeof filingContract> = {
  'filing.mine': signedIn,
  'filing.get': signedIn,
  'filing.create': signedIn,
  'filing.saveDraft': signedIn,
  'filing.submit': signedIn,
  'filing.withdraw': signedIn,
  'filing.discard': signedIn,
  'filing.draftCharter': signedIn,
  'filing.queue': hats(...deskRoles),
  'filing.queueCounts': hats(...deskRoles),
  'filing.claim': hats(...streetRoles),
  'filing.release': hats(...streetRoles),
  'filing.accept': hats('streetAcceptor'),
  'filing.acceptMany': hats('streetAcceptor'),
  'filing.return': hats(...streetRoles),
  'filing.saveReview': hats(...streetRoles),
  'filing.decideDuplicate': hats(...streetRoles),
  'filing.forward': hats('streetAcceptor'),
  'filing.countersign': hats('partyStaff'),
  'filing.approve': hats('streetApprover'),
  'filing.refuse': hats('streetApprover'),
  'filing.reveal': hats(...deskRoles),
  'ruleSet.forRegion': signedIn,
  'ruleSet.list': hats(...staffRoles),
  'ruleSet.save': hats('countyStaff', 'cityStaff'),
  'barredPerson.list': hats(...personnelRoles),
  'barredPerson.add': hats(...personnelRoles),
  'barredPerson.remove': hats(...personnelRoles),
};

/** Who sees a case: its applicant, and staff whose region covers its street. Everybody else is told it does not exist. Drafts are the applicant's alone. */
export function canSeeFiling(actor: Actor, filing: FilingRecord): boolean {
  if (actor.userId !== null && actor.userId === filing.applicantId) return true;
  if (filing.status === 'draft' || filing.status === 'discarded') return false;
  return hasRole(actor, ...deskRoles) && coversRegion(actor, filing.streetCode);
}
