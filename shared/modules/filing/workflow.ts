import { coversRegion, hasRole, belongsTo, type Actor } from '@shared/kernel/actor';
import type { ErrorCode } from '@shared/kernel/errors';
import type { RegionCode } from '@shared/kernel/regionScope';
import type { Workflow } from '@shared/kernel/workflow';
import type { CountersignState, FilingAction, FilingKind, FilingStatus } from './status';

/** What the rules need to know of a case; nothing personal. */
export interface FilingRecord {
  id: string;
  kind: FilingKind;
  status: FilingStatus;
  /** Street or township that decides */
  streetCode: RegionCode;
  applicantId: string;
  organizationId: string | null;
  claimedBy: string | null;
  acceptedBy: string | null;
  countersign: CountersignState;
  /** Users whose phone stands in the form as leader, founder or member */
  involvedUserIds: readonly string[];
}

type Rule = (actor: Actor, filing: FilingRecord) => boolean;

const isApplicant: Rule = (actor, filing) => actor.userId !== null && actor.userId === filing.applicantId;

/** 回避：发起人、负责人、成员和申请人自己不得办理。 */
export const mustRecuse: Rule = (actor, filing) =>
  isApplicant(actor, filing) ||
  belongsTo(actor, filing.organizationId) ||
  (actor.userId !== null && filing.involvedUserIds.includes(actor.userId));

export const isHeldByAnother: Rule = (actor, filing) => filing.claimedBy !== null && filing.claimedBy !== actor.userId;

const inScope: Rule = (actor, filing) => coversRegion(actor, filing.streetCode);

const mayHandle: Rule = (actor, filing) =>
  inScope(actor, filing) && !mustRecuse(actor, filing) && !isHeldByAnother(actor, filing);

/** 受理人。 */
const isAcceptor: Rule = (actor, filing) => hasRole(actor, 'streetAcceptor') && mayHandle(actor, filing);

/** 审批人，且不是受理人本人。 */
const isApprover: Rule = (actor, filing) =>
  hasRole(actor, 'streetApprover') && mayHandle(actor, filing) && actor.userId !== filing.acceptedBy;

/** Whoever has the case on his desk in this status. */
const isOfficer: Rule = (actor, filing) =>
  filing.status === 'underReview' ? isApprover(actor, filing) : isAcceptor(actor, filing);

const isCountersigner: Rule = (actor, filing) =>
  hasRole(actor, 'partyStaff') &&
  inScope(actor, filing) &&
  !mustRecuse(actor, filing) &&
  filing.countersign === 'pending';

const isCountersigned: Rule = (_, filing) => filing.countersign === 'notRequired' || filing.countersign === 'agreed';

/** 备案流转：草稿 → 待受理 → 已受理 → 审核中 → 已备案 / 不予备案；退回补正后改了再提交。 */
export const filingWorkflow: Workflow<FilingRecord, FilingStatus, FilingAction> = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: isApplicant },
  withdraw: { from: ['submitted', 'accepted'], to: 'draft', by: isApplicant },
  discard: { from: ['draft', 'returned'], to: 'discarded', by: isApplicant },
  claim: {
    from: ['submitted', 'accepted', 'underReview'],
    to: 'unchanged',
    by: (actor, filing) => filing.claimedBy === null && isOfficer(actor, filing),
  },
  release: {
    from: ['submitted', 'accepted', 'underReview'],
    to: 'unchanged',
    by: (actor, filing) => actor.userId !== null && filing.claimedBy === actor.userId,
  },
  accept: { from: ['submitted'], to: 'accepted', by: isAcceptor },
  return: { from: ['submitted', 'accepted', 'underReview'], to: 'returned', by: isOfficer },
  saveReview: { from: ['submitted', 'accepted', 'underReview'], to: 'unchanged', by: isOfficer },
  decideDuplicate: { from: ['submitted', 'accepted', 'underReview'], to: 'unchanged', by: isOfficer },
  forward: { from: ['accepted'], to: 'underReview', by: isAcceptor },
  countersign: { from: ['accepted', 'underReview'], to: 'unchanged', by: isCountersigner },
  approve: {
    from: ['underReview'],
    to: 'approved',
    by: (actor, filing) => isApprover(actor, filing) && isCountersigned(actor, filing),
  },
  refuse: { from: ['underReview'], to: 'refused', by: isApprover },
};

/**
 * The exact reason why an officer may not take an action that his role and region would allow.
 * undefined: the general sentence of `nextStatus` says it all.
 */
export function whyRefused(actor: Actor, filing: FilingRecord, action: FilingAction): ErrorCode | undefined {
  if (!inScope(actor, filing)) return undefined;
  if (mustRecuse(actor, filing) && !isApplicant(actor, filing)) return 'RECUSAL';
  if (isApplicant(actor, filing) && hasRole(actor, 'streetAcceptor', 'streetApprover', 'partyStaff')) return 'RECUSAL';
  if (isHeldByAnother(actor, filing)) return 'CASE_HELD';
  if (hasRole(actor, 'streetApprover') && actor.userId === filing.acceptedBy) return 'SAME_PERSON';
  if (action === 'approve' && !isCountersigned(actor, filing)) return 'COUNTERSIGN_MISSING';
  return undefined;
}
