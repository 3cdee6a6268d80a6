import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { CivilDate } from '@shared/kernel/civilDate';
import { AppError } from '@shared/kernel/errors';
import type { OrganizationKind, OrganizationStatus } from '@shared/modules/organization/schema';
import type { Ctx } from '@functions/platform/context';
import type { Tx } from '@functions/platform/database';
import { personalColumns, publicColumns } from './factColumns';
import { factLabels, type FiledFacts, type FiledMember, type FiledPerson, type OrganizationFacts } from './facts';
import { findOrganization, lockOrganization, type OrganizationRow } from './repository';
import { organization, organizationPersonal } from './tables';

export type { FiledFacts, FiledMember, FiledPerson, OrganizationFacts } from './facts';
export { findSimilar, leadsOf, type SimilarOrganization } from './similar';

/** 备案编号和有效期，由批准的那一刻决定。 */
export interface FilingGrant {
  filingCode: string;
  validFrom: CivilDate;
  validTo: CivilDate;
  /** 有效期满前多少日申请延续，按所用的办法 */
  renewBeforeDays?: number;
  /** The record an imported ledger already has of this organization: it is taken over, not doubled */
  existingId?: string | null;
}

/** A filed organization that is not cancelled, locked. @throws NOT_FOUND, NOT_ALLOWED_NOW */
async function lockFiled(ctx: Ctx, organizationId: string): Promise<OrganizationRow> {
  const row = await lockOrganization(ctx.tx, organizationId);
  if (row.kind !== 'filed') throw new AppError('NOT_FOUND');
  if (row.status === 'cancelled') throw new AppError('NOT_ALLOWED_NOW');
  return row;
}

/** Writes both halves of a locked record. */
async function save(
  ctx: Ctx,
  before: OrganizationRow,
  facts: Partial<FiledFacts>,
  columns: Partial<typeof organization.$inferInsert>,
): Promise<void> {
  await ctx.tx
    .update(organization)
    .set({ ...publicColumns(facts), ...columns, version: before.version + 1, updatedAt: ctx.now })
    .where(and(eq(organization.id, before.id), eq(organization.version, before.version)));
  const personal = personalColumns(facts);
  await ctx.tx
    .insert(organizationPersonal)
    .values({ communityCode: before.communityCode, ...dropUndefined(personal), organizationId: before.id })
    .onConflictDoUpdate({
      target: organizationPersonal.organizationId,
      set: { communityCode: before.communityCode, ...dropUndefined(personal) },
    });
}

const dropUndefined = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;

/**
 * Puts an approved organization into the directory; with `existingId` the imported record becomes it.
 * @returns the organization's id
 * @throws DUPLICATE_NAME (by the unique key), NOT_FOUND or NOT_ALLOWED_NOW for an `existingId` that cannot be taken over
 */
export async function registerFiled(ctx: Ctx, facts: FiledFacts, grant: FilingGrant): Promise<string> {
  const { filingCode, validFrom, validTo, renewBeforeDays, existingId } = grant;
  const columns = {
    status: 'active',
    origin: 'filing',
    filingCode,
    validFrom,
    validTo,
    renewBeforeDays,
    remindedOn: null,
  };
  if (existingId) {
    const before = await lockFiled(ctx, existingId);
    await save(ctx, before, facts, columns);
    const note =
      before.filingCode && before.filingCode !== filingCode
        ? `备案编号 ${filingCode}，原编号 ${before.filingCode}`
        : `备案编号 ${filingCode}`;
    ctx.audit({
      aggregate: 'organization',
      id: existingId,
      action: 'organization.takenOver',
      note,
      before,
      after: { facts, filingCode, validFrom, validTo },
    });
    return existingId;
  }
  const id = randomUUID();
  const row = { ...publicColumns(facts), ...columns, id, kind: 'filed', createdAt: ctx.now, updatedAt: ctx.now };
  await ctx.tx.insert(organization).values(row as typeof organization.$inferInsert);
  await ctx.tx
    .insert(organizationPersonal)
    .values({ ...personalColumns(facts), communityCode: facts.communityCode, organizationId: id });
  ctx.audit({
    aggregate: 'organization',
    id,
    action: 'organization.filed',
    note: `备案编号 ${filingCode}`,
    after: { facts, filingCode, validFrom, validTo },
  });
  return id;
}

/** Takes over what an approved change says. @throws NOT_FOUND, NOT_ALLOWED_NOW, DUPLICATE_NAME (by the unique key) */
export async function applyChange(ctx: Ctx, organizationId: string, changes: Partial<FiledFacts>): Promise<void> {
  const before = await lockFiled(ctx, organizationId);
  await save(ctx, before, changes, {});
  const given = (Object.keys(changes) as (keyof FiledFacts)[]).filter((key) => changes[key] !== undefined);
  const changed = [...new Set(given.map((key) => factLabels[key]))];
  ctx.audit({
    aggregate: 'organization',
    id: organizationId,
    action: 'organization.changed',
    changed,
    before,
    after: changes,
  });
}

/** 延续：新的有效期，负责人和花名册以延续时的为准。A lapsed record becomes active again. @throws NOT_FOUND, NOT_ALLOWED_NOW */
export async function renewFiled(
  ctx: Ctx,
  organizationId: string,
  renewal: {
    validTo: CivilDate;
    renewBeforeDays?: number;
    leader: FiledPerson;
    members: FiledMember[];
    venueAddress?: string;
  },
): Promise<void> {
  const { validTo, renewBeforeDays, ...facts } = renewal;
  const before = await lockFiled(ctx, organizationId);
  await save(ctx, before, facts, {
    status: 'active',
    validTo,
    renewBeforeDays,
    validFrom: before.validFrom ?? ctx.today,
    remindedOn: null,
  });
  ctx.audit({
    aggregate: 'organization',
    id: organizationId,
    action: 'organization.renewed',
    note: `有效期至 ${validTo}`,
    before,
    after: renewal,
  });
}

/** 注销：名称腾出来，记录留着。@throws NOT_FOUND, NOT_ALLOWED_NOW */
export async function cancelFiled(ctx: Ctx, organizationId: string): Promise<void> {
  const before = await lockFiled(ctx, organizationId);
  await save(ctx, before, {}, { status: 'cancelled' });
  ctx.audit({
    aggregate: 'organization',
    id: organizationId,
    action: 'organization.cancelled',
    before,
    after: { status: 'cancelled' },
  });
}

/** The record as it stands today; undefined when there is none. */
export async function factsOf(tx: Tx, organizationId: string): Promise<OrganizationFacts | undefined> {
  const found = await findOrganization(tx, organizationId);
  if (!found) return undefined;
  const { row, personal } = found;
  return {
    id: row.id,
    kind: row.kind as OrganizationKind,
    status: row.status as OrganizationStatus,
    version: row.version,
    filingCode: row.filingCode,
    validTo: row.validTo,
    ruleSetId: row.ruleSetId,
    ruleSetVersion: row.ruleSetVersion,
    name: row.name,
    communityCode: row.communityCode,
    category: row.category ?? '',
    categoryLabel: row.categoryLabel ?? '',
    serviceField: row.serviceField ?? undefined,
    foundedOn: row.foundedOn ?? '',
    purpose: row.purpose ?? '',
    scope: row.scope ?? '',
    activityArea: row.activityArea ?? '',
    partyMemberCount: row.partyMemberCount ?? 0,
    partyOrgForm: row.partyOrgForm ?? '',
    supervisingUnit: row.supervisingUnit ?? undefined,
    leader: {
      name: personal?.leaderName ?? '',
      idNumber: personal?.leaderIdNumber ?? '',
      phone: personal?.leaderPhone ?? '',
    },
    founders: (personal?.founders ?? []).map(({ name, idNumber = '', phone = '', tags }) => ({
      name,
      idNumber,
      phone,
      ...(tags && { tags }),
    })),
    members: personal?.members ?? [],
    venueAddress: personal?.venueAddress ?? '',
    charter: personal?.charter ?? '',
  };
}
