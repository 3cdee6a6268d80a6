import { and, eq } from 'drizzle-orm';
import type { Actor } from '@shared/kernel/actor';
import { AppError, type ErrorDetails } from '@shared/kernel/errors';
import { nextStatus } from '@shared/kernel/workflow';
import type { RuleSet } from '@shared/modules/filing/ruleSet';
import { canSeeFiling } from '@shared/modules/filing/policy';
import type { FilingAction, FilingStatus } from '@shared/modules/filing/status';
import { filingWorkflow, isHeldByAnother, whyRefused, type FilingRecord } from '@shared/modules/filing/workflow';
import { factsOf, type OrganizationFacts } from '@functions/modules/organization/service';
import { userById } from '@functions/modules/user/service';
import type { Ctx } from '@functions/platform/context';
import type { Tx } from '@functions/platform/database';
import { phonesIn, type Answers } from './answers';
import { ruleSetAt } from './ruleSets';
import { filing, filingPersonal } from './tables';

export type FilingRow = typeof filing.$inferSelect;

/** A case with everything that decisions about it read. */
export interface FilingCase {
  row: FilingRow;
  answers: Answers;
  rules: RuleSet;
  /** The organization as it stands today, for change, renewal and cancellation */
  organization: OrganizationFacts | undefined;
  record: FilingRecord;
}

/** What the workflow reads of a row. */
export const recordOf = (row: FilingRow, involvedUserIds: readonly string[]): FilingRecord => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  streetCode: row.streetCode,
  applicantId: row.applicantId,
  organizationId: row.organizationId,
  claimedBy: row.claimedBy,
  acceptedBy: row.acceptedBy,
  countersign: row.countersign,
  involvedUserIds,
});

/** The phone under which a person stands in forms, for recusal. */
export async function phoneOf(tx: Tx, actor: Actor): Promise<string | null> {
  return actor.userId === null ? null : ((await userById(tx, actor.userId))?.phone ?? null);
}

/** Only the asking person matters: is he himself in the form or in the organization's record? */
export const involvedIn = (actor: Actor, phone: string | null, ...places: unknown[]): string[] =>
  actor.userId !== null && phone !== null && places.some((place) => phonesIn(place).includes(phone))
    ? [actor.userId]
    : [];

async function assemble(ctx: Ctx, row: FilingRow, answers: Answers): Promise<FilingCase> {
  const organization =
    row.organizationId && row.kind !== 'setup' ? await factsOf(ctx.tx, row.organizationId) : undefined;
  const rules = await ruleSetAt(ctx.tx, { id: row.ruleSetId, version: row.ruleSetVersion });
  const involved = involvedIn(ctx.actor, await phoneOf(ctx.tx, ctx.actor), answers, organization);
  return { row, answers, rules, organization, record: recordOf(row, involved) };
}

/**
 * A case the actor may see; `lock` holds the row until the transaction ends.
 * @throws NOT_FOUND for absent and foreign ones alike
 */
export async function loadCase(ctx: Ctx, filingId: string, { lock = false } = {}): Promise<FilingCase> {
  const select = ctx.tx
    .select()
    .from(filing)
    .innerJoin(filingPersonal, eq(filingPersonal.filingId, filing.id))
    .where(eq(filing.id, filingId));
  const [found] = await (lock ? select.for('update', { of: filing }) : select);
  if (!found || !canSeeFiling(ctx.actor, recordOf(found.filing, []))) throw new AppError('NOT_FOUND');
  return assemble(ctx, found.filing, found.filing_personal.answers);
}

/** Opens a case for an act: locked, and still the one the page showed. @throws NOT_FOUND, CASE_HELD, STALE */
export async function openCase(ctx: Ctx, input: { filingId: string; version: number }): Promise<FilingCase> {
  const opened = await loadCase(ctx, input.filingId, { lock: true });
  if (opened.row.version === input.version) return opened;
  // Lost the race for a case: say who has it rather than that something changed.
  const isApplicant = ctx.actor.userId === opened.row.applicantId;
  throw new AppError(!isApplicant && isHeldByAnother(ctx.actor, opened.record) ? 'CASE_HELD' : 'STALE');
}

/**
 * The status after an action.
 * @throws the exact reason (RECUSAL, CASE_HELD, SAME_PERSON, COUNTERSIGN_MISSING), else FORBIDDEN or NOT_ALLOWED_NOW
 */
export function statusAfter(ctx: Ctx, { record, row }: FilingCase, action: FilingAction): FilingStatus {
  try {
    return nextStatus(filingWorkflow, record, action, ctx.actor);
  } catch (error) {
    const code = whyRefused(ctx.actor, record, action);
    if (!code || !filingWorkflow[action].from.includes(record.status)) throw mended(error, action, record);
    throw new AppError(code, code === 'COUNTERSIGN_MISSING' ? countersignDetails(row) : {});
  }
}

/** An act that fits the role but not the moment is a matter of the status, not of the hat. */
function mended(error: unknown, action: FilingAction, record: FilingRecord): unknown {
  const outOfTurn =
    error instanceof AppError && error.code === 'FORBIDDEN' && !filingWorkflow[action].from.includes(record.status);
  return outOfTurn ? new AppError('NOT_ALLOWED_NOW') : error;
}

/** What an approver is told while the Party-building body has not agreed. */
export function countersignDetails(row: FilingRow): ErrorDetails {
  if (row.countersign !== 'objected') return {};
  return { message: '党建机构会签有意见，请看意见后退回补正，或写明理由不予备案' };
}

/** Writes a case's new state over the version that was read. @throws STALE when somebody was faster */
export async function saveCase(
  ctx: Ctx,
  before: FilingRow,
  patch: Partial<typeof filing.$inferInsert>,
): Promise<FilingRow> {
  const [row] = await ctx.tx
    .update(filing)
    .set({ ...patch, version: before.version + 1, updatedAt: ctx.now })
    .where(and(eq(filing.id, before.id), eq(filing.version, before.version)))
    .returning();
  if (!row) throw new AppError('STALE');
  return row;
}

/** What notices about a case say; the dates and names only. */
export const factsForNotice = (row: FilingRow) => ({
  filingId: row.id,
  name: row.name,
  kind: row.kind,
  applicantId: row.applicantId,
  streetCode: row.streetCode,
  dueOn: row.dueOn,
  holderId: row.claimedBy ?? row.acceptedBy,
});
