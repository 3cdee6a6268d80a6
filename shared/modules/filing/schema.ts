import * as z from 'zod';
import { instantField } from '@shared/kernel/fields';
import { timelineEntry } from '@shared/kernel/timeline';
import { ruleSetView } from './ruleSet';
import { countersignStates, filingActions, filingKinds, filingStatuses } from './status';

const person = z.strictObject({ id: z.string(), name: z.string() });

/** The clock both sides see. `days` counts in `unit`; negative never occurs: `overdue` says it. */
export const clockView = z.strictObject({
  owner: z.enum(['acceptor', 'approver', 'applicant']),
  dueOn: z.string(),
  unit: z.enum(['day', 'workday']),
  days: z.int(),
  overdue: z.boolean(),
  /** 「还剩 2 个工作日」 */
  text: z.string(),
});
export type ClockView = z.infer<typeof clockView>;

/** A line of a list or queue: public facts and the clock. */
export const filingLine = z.strictObject({
  id: z.string(),
  kind: z.enum(filingKinds),
  status: z.enum(filingStatuses),
  version: z.int(),
  name: z.string(),
  categoryLabel: z.string().nullable(),
  communityCode: z.string(),
  communityName: z.string(),
  streetName: z.string(),
  submittedAt: instantField.nullable(),
  updatedAt: instantField,
  clock: clockView.nullable(),
  claimedBy: person.nullable(),
  countersign: z.enum(countersignStates),
  /** Returned fields still to be mended */
  returnedCount: z.int(),
  /** Nothing stands in the way of acceptance: coach met, no suspected duplicate */
  simple: z.boolean(),
  availableActions: z.array(z.enum(filingActions)),
});
export type FilingLine = z.infer<typeof filingLine>;

export const returnedField = z.strictObject({ field: z.string(), label: z.string(), reason: z.string() });

export const coachLine = z.strictObject({
  id: z.string(),
  field: z.string(),
  met: z.boolean(),
  sentence: z.string(),
  source: z.string(),
});

/** 疑似重复：另一条记录，与本件并排看。 */
export const duplicateCandidate = z.strictObject({
  /** `organization:<id>` or `filing:<id>` */
  key: z.string(),
  source: z.enum(['organization', 'filing']),
  name: z.string(),
  communityName: z.string(),
  categoryLabel: z.string().nullable(),
  leaderName: z.string().nullable(),
  leaderPhoneMasked: z.string().nullable(),
  filingCode: z.string().nullable(),
  statusLabel: z.string(),
  foundedOn: z.string().nullable(),
  /** 「同一社区同名」「负责人相同」 */
  reasons: z.array(z.string()),
  verdict: z
    .strictObject({ verdict: z.enum(['same', 'different']), reason: z.string(), byName: z.string() })
    .nullable(),
});
export type DuplicateCandidate = z.infer<typeof duplicateCandidate>;

export const qualificationFinding = z.strictObject({
  person: z.string(),
  role: z.enum(['leader', 'founder']),
  level: z.enum(['ok', 'warn', 'block']),
  sentence: z.string(),
});

export const reviewView = z.strictObject({
  scores: z.record(z.string(), z.int()),
  opinion: z.string(),
  committeeOpinion: z.string(),
  total: z.int(),
  passScore: z.int(),
  complete: z.boolean(),
});

const fileRef = z.strictObject({ fileId: z.string(), name: z.string(), kind: z.string(), bytes: z.int() });

export const filingDetail = z.strictObject({
  ...filingLine.shape,
  ruleSet: ruleSetView,
  formVersion: z.int(),
  /** The draft was begun on an older form: what could be kept was kept */
  draftOutdated: z.boolean(),
  /** The form's answers; ID numbers and phones are masked for everybody but the applicant */
  answers: z.record(z.string(), z.unknown()),
  files: z.array(fileRef),
  /** Fields that may be edited now; empty when none */
  openFields: z.array(z.string()),
  returnedFields: z.array(returnedField),
  returnNote: z.string().nullable(),
  refusalReason: z.string().nullable(),
  coach: z.array(coachLine),
  organizationId: z.string().nullable(),
  /** What the organization's record says today, beside a change or renewal */
  organizationBefore: z.record(z.string(), z.string()).nullable(),
  filingCode: z.string().nullable(),
  applicantName: z.string(),
  /** Staff only; empty for the applicant */
  duplicates: z.array(duplicateCandidate),
  qualification: z.array(qualificationFinding),
  review: reviewView.nullable(),
  countersignOpinion: z.string().nullable(),
  acceptedBy: person.nullable(),
  approvedBy: person.nullable(),
  /** Why an expected act is not offered, as a sentence: 「受理人和审批人不能是同一个人…」 */
  hint: z.string().nullable(),
  history: z.array(timelineEntry),
});
export type FilingDetail = z.infer<typeof filingDetail>;
