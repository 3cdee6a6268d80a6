import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { RuleSetData } from '@shared/modules/filing/ruleSet';
import type { CountersignState, FilingKind, FilingStatus } from '@shared/modules/filing/status';
import { codeText, instant } from '@functions/platform/columns';

/** 备案件：公开的事实和流转状态。 */
export const filing = pgTable(
  'filing',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<FilingKind>().notNull(),
    status: text('status').$type<FilingStatus>().notNull(),
    communityCode: codeText('community_code').notNull(),
    /** Street or township that decides */
    streetCode: codeText('street_code').notNull(),
    applicantId: uuid('applicant_id').notNull(),
    organizationId: uuid('organization_id'),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    category: text('category'),
    ruleSetId: text('rule_set_id').notNull(),
    ruleSetVersion: integer('rule_set_version').notNull(),
    formVersion: integer('form_version').notNull(),
    countersign: text('countersign').$type<CountersignState>().notNull(),
    countersignOpinion: text('countersign_opinion'),
    claimedBy: uuid('claimed_by'),
    claimedByName: text('claimed_by_name'),
    acceptedBy: uuid('accepted_by'),
    acceptedByName: text('accepted_by_name'),
    approvedBy: uuid('approved_by'),
    approvedByName: text('approved_by_name'),
    dueOn: codeText('due_on'),
    remindedOn: codeText('reminded_on'),
    submittedAt: instant('submitted_at'),
    acceptedAt: instant('accepted_at'),
    decidedAt: instant('decided_at'),
    returnedFields: jsonb('returned_fields').$type<{ field: string; reason: string; mended?: boolean }[]>(),
    returnNote: text('return_note'),
    refusalReason: text('refusal_reason'),
    reviewScores: jsonb('review_scores').$type<Record<string, number>>(),
    reviewOpinion: text('review_opinion'),
    committeeOpinion: text('committee_opinion'),
    filingCode: codeText('filing_code'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    // Two parallel set-ups of one name in one community: the second is refused at submission.
    uniqueIndex('filing_name_in_community')
      .on(t.communityCode, t.nameFolded)
      .where(sql`kind = 'setup' and status in ('submitted', 'accepted', 'underReview')`),
    // One open case of a kind for one organization.
    uniqueIndex('filing_open_for_organization')
      .on(t.organizationId, t.kind)
      .where(
        sql`organization_id is not null and status in ('draft', 'submitted', 'accepted', 'underReview', 'returned')`,
      ),
    index('filing_applicant').on(t.applicantId, t.updatedAt),
    index('filing_queue').on(t.status, t.streetCode, t.dueOn),
    index('filing_organization').on(t.organizationId),
  ],
);

/** The answers: personal, apart from the case itself. */
export const filingPersonal = pgTable(
  'filing_personal',
  {
    filingId: uuid('filing_id')
      .primaryKey()
      .references(() => filing.id),
    streetCode: codeText('street_code').notNull(),
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
    leaderIdNumber: text('leader_id_number'),
    leaderPhone: text('leader_phone'),
  },
  (t) => [
    index('filing_personal_leader_id').on(t.leaderIdNumber),
    index('filing_personal_leader_phone').on(t.leaderPhone),
  ],
);

/** Which case refers to which file, so that staff in scope may open it. Written at submission. */
export const filingFile = pgTable(
  'filing_file',
  {
    fileId: uuid('file_id').notNull(),
    filingId: uuid('filing_id')
      .notNull()
      .references(() => filing.id),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.filingId] }), index('filing_file_filing').on(t.filingId)],
);

/** 疑似重复的判定：同一或不同，附理由。 */
export const duplicateVerdict = pgTable(
  'duplicate_verdict',
  {
    filingId: uuid('filing_id')
      .notNull()
      .references(() => filing.id),
    candidateKey: text('candidate_key').notNull(),
    verdict: text('verdict').$type<'same' | 'different'>().notNull(),
    reason: text('reason').notNull(),
    decidedBy: uuid('decided_by').notNull(),
    decidedByName: text('decided_by_name').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.filingId, t.candidateKey] })],
);

/** Serial numbers of filing codes; advanced in the approving transaction, so there are no gaps. */
export const codeSerial = pgTable('code_serial', {
  series: codeText('series').primaryKey(),
  last: integer('last').notNull(),
});

/** 地方修改过的备案办法；每次修改是一个新版本，旧版本留给在办件。 */
export const ruleSet = pgTable(
  'rule_set',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    regionCode: codeText('region_code').notNull(),
    effectiveOn: codeText('effective_on').notNull(),
    data: jsonb('data').$type<RuleSetData>().notNull(),
    savedBy: uuid('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] }), index('rule_set_region').on(t.regionCode)],
);

/** 禁入名单（R5）。 */
export const barredPerson = pgTable(
  'barred_person',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    idNumber: text('id_number').notNull(),
    /** Where it was entered; it binds everywhere */
    regionCode: codeText('region_code').notNull(),
    reason: text('reason').notNull(),
    until: codeText('until'),
    addedBy: uuid('added_by').notNull(),
    addedByName: text('added_by_name').notNull(),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [index('barred_person_id').on(t.idNumber)],
);
