import { errorTable } from '@shared/kernel/errors';
import { timeLeft, timeLeftText } from '@shared/kernel/workdays';
import { availableActions } from '@shared/kernel/workflow';
import { ancestorAt } from '@shared/kernel/regionScope';
import { clockOwner, clockUnit, isTimed } from '@shared/modules/filing/clocks';
import { coach } from '@shared/modules/filing/coach';
import { filingFormVersion } from '@shared/modules/filing/forms';
import { labelOfPath } from '@shared/modules/filing/formPaths';
import { filingKindLabels } from '@shared/modules/filing/labels';
import type { ClockView, FilingDetail, FilingLine } from '@shared/modules/filing/schema';
import type { FilingAction } from '@shared/modules/filing/status';
import type { RuleSetData } from '@shared/modules/filing/ruleSet';
import { filingWorkflow, whyRefused, type FilingRecord } from '@shared/modules/filing/workflow';
import { findRegionName } from '@functions/modules/region/service';
import { fileViews } from '@functions/modules/file/service';
import type { OrganizationFacts } from '@functions/modules/organization/service';
import { userById } from '@functions/modules/user/service';
import { readTimeline } from '@functions/platform/audit';
import type { Ctx } from '@functions/platform/context';
import { fieldNames, fileIdsIn, knownAnswers, maskAnswers } from './answers';
import { countersignDetails, loadCase, recordOf, type FilingCase, type FilingRow } from './filingCase';
import { approvalProblem, examine, forwardProblem, suspectOf, type Examination } from './gates';
import { suspectedRecords } from './duplicates';
import { historyTitle } from './history';
import { reviewOf } from './review';

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

/** The clock both sides see; none in a status without a deadline. */
function clockOf(row: FilingRow, rules: RuleSetData, today: string): ClockView | null {
  const owner = clockOwner(row.status);
  if (!owner || !isTimed(row.status) || row.dueOn === null) return null;
  const unit = clockUnit(rules, row.status);
  const left = timeLeft(today, row.dueOn, unit);
  return { owner, dueOn: row.dueOn, ...left, text: timeLeftText(left) };
}

/** What a list shows of a case. `simple`: nothing stands in the way of acceptance. */
export function presentLine(
  ctx: Ctx,
  row: FilingRow,
  parts: { record: FilingRecord; rules: RuleSetData; categoryLabel: string | null; simple: boolean },
): FilingLine {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    version: row.version,
    name: row.name === '' ? `还没起名的${filingKindLabels[row.kind]}` : row.name,
    categoryLabel: parts.categoryLabel,
    communityCode: row.communityCode,
    communityName: findRegionName(row.communityCode) ?? '',
    streetName: findRegionName(ancestorAt(row.communityCode, 'township')) ?? '',
    submittedAt: row.submittedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    clock: clockOf(row, parts.rules, ctx.today),
    claimedBy: person(row.claimedBy, row.claimedByName),
    countersign: row.countersign,
    returnedCount: row.status === 'returned' ? (row.returnedFields ?? []).filter(({ mended }) => !mended).length : 0,
    simple: parts.simple,
    availableActions: availableActions(filingWorkflow, parts.record, ctx.actor),
  };
}

export const categoryLabelOf = (row: FilingRow, rules: RuleSetData): string | null =>
  rules.categories.find(({ code }) => code === row.category)?.label ?? null;

/** The act the office is waiting for in this status. */
function expectedAction(filing: FilingCase, role: string): FilingAction | undefined {
  const { status, countersign } = filing.row;
  if (role === 'partyStaff')
    return countersign === 'pending' && (status === 'accepted' || status === 'underReview') ? 'countersign' : undefined;
  if (status === 'submitted' && role === 'streetAcceptor') return 'accept';
  if (status === 'accepted' && role === 'streetAcceptor') return 'forward';
  if (status === 'underReview' && role === 'streetApprover') return 'approve';
  return undefined;
}

/** Why the expected act is not offered or would be refused, as a sentence. */
function hintOf(ctx: Ctx, filing: FilingCase, examination: Examination | undefined): string | null {
  const action = expectedAction(filing, ctx.actor.hat.role);
  if (!action) return null;
  const code = whyRefused(ctx.actor, filing.record, action);
  if (code)
    return (code === 'COUNTERSIGN_MISSING' && countersignDetails(filing.row).message) || errorTable[code].message;
  if (!examination) return null;
  if (action === 'forward') return forwardProblem(filing, examination)?.message ?? null;
  return action === 'approve' ? (approvalProblem(filing, examination)?.message ?? null) : null;
}

/** The record beside a change or renewal, by the names of the form's fields. */
function organizationBefore(organization: OrganizationFacts | undefined): Record<string, string> | null {
  if (!organization) return null;
  const { name, leader, venueAddress, scope, charter, members, validTo } = organization;
  const all = {
    name,
    leader: leader.name,
    venueAddress,
    scope,
    charter,
    members: members.length > 0 ? `${members.length} 人` : '',
    validTo: validTo ?? '',
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** True while officers work on a case: only then is it examined. */
const isOpenForStaff = ({ row }: FilingCase): boolean => ['submitted', 'accepted', 'underReview'].includes(row.status);

/** The whole of a case, as far as this actor may see it. */
export async function presentFiling(ctx: Ctx, filing: FilingCase): Promise<FilingDetail> {
  const { row, rules, organization, record } = filing;
  const mine = ctx.actor.userId === row.applicantId;
  const answers = knownAnswers(row.kind, filing.answers);
  const examination = !mine && isOpenForStaff(filing) ? await examine(ctx, filing) : undefined;
  const unsuspected =
    !isOpenForStaff(filing) ||
    (examination?.duplicates ?? (await suspectedRecords(ctx.tx, suspectOf(filing)))).length === 0;
  const files = await fileViews(ctx.tx, fileIdsIn(row.kind, answers));
  const applicant = await userById(ctx.tx, row.applicantId);
  const editable = mine && (row.status === 'draft' || row.status === 'returned');
  const returned = (row.returnedFields ?? []).map(({ field, reason }) => ({
    field,
    reason,
    label: labelOfPath(row.kind, field) ?? field,
  }));
  return {
    ...presentLine(ctx, row, {
      record,
      rules: rules.data,
      categoryLabel: categoryLabelOf(row, rules.data) ?? (organization?.categoryLabel || null),
      simple: row.status === 'submitted' && unsuspected,
    }),
    ruleSet: rules,
    formVersion: filingFormVersion,
    draftOutdated: editable && row.formVersion < filingFormVersion,
    answers: mine ? answers : maskAnswers(answers),
    files: [...files.values()].map(({ fileId, name, kind, bytes }) => ({ fileId, name, kind, bytes })),
    openFields: !editable ? [] : row.status === 'draft' ? fieldNames(row.kind) : returned.map(({ field }) => field),
    returnedFields: row.status === 'returned' ? returned : [],
    returnNote: row.status === 'returned' ? row.returnNote : null,
    refusalReason: row.refusalReason,
    coach: coach(row.kind, rules.data, answers),
    organizationId: row.organizationId,
    organizationBefore: organizationBefore(organization),
    filingCode: row.filingCode,
    applicantName: applicant?.name ?? '',
    duplicates: examination?.duplicates ?? [],
    qualification: examination?.qualification ?? [],
    review: mine ? null : reviewOf(filing),
    countersignOpinion: mine ? null : row.countersignOpinion,
    acceptedBy: person(row.acceptedBy, row.acceptedByName),
    approvedBy: person(row.approvedBy, row.approvedByName),
    hint: mine ? null : hintOf(ctx, filing, examination),
    history: await readTimeline(ctx.tx, 'filing', row.id, historyTitle(mine)),
  };
}

/** The case after an act, as its actor now sees it. */
export async function presentAfter(ctx: Ctx, filing: FilingCase, row: FilingRow): Promise<FilingDetail> {
  const record = recordOf(row, filing.record.involvedUserIds);
  return presentFiling(ctx, { ...filing, row, record });
}

/** Read again from the database: for acts that change more than the row. */
export const presentAnew = async (ctx: Ctx, filingId: string): Promise<FilingDetail> =>
  presentFiling(ctx, await loadCase(ctx, filingId));
