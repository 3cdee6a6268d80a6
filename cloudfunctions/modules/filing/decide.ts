import { eq } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import { renewedValidity, validityFrom } from '@shared/modules/filing/clocks';
import type { ChangeAnswers, RenewalAnswers, SetupAnswers } from '@shared/modules/filing/forms';
import type { FilingKind } from '@shared/modules/filing/status';
import {
  applyChange,
  cancelFiled,
  factsOf,
  registerFiled,
  renewFiled,
  type FiledFacts,
  type FiledPerson,
  type OrganizationFacts,
} from '@functions/modules/organization/service';
import { organization } from '@functions/modules/organization/tables';
import { giveGrant, usersWithPhones, withdrawGrantsOf } from '@functions/modules/user/service';
import type { Ctx } from '@functions/platform/context';
import { parseAnswers } from './answers';
import type { FilingCase } from './filingCase';
import { drawFilingCode } from './filingCodes';
import { takenOver, type Examination } from './gates';
import { categoryLabelOf } from './presentFiling';

/** What an approval leaves behind in the case itself. */
export interface Decided {
  organizationId: string;
  filingCode: string | null;
}

const drawCode = (ctx: Ctx, { row, rules }: FilingCase): Promise<string> =>
  drawFilingCode(ctx.tx, rules.data.codeFormat, row.communityCode, ctx.today);

/** An imported record is taken over once; what has been filed is changed or renewed instead. Locked, so that of two takeovers one wins. */
async function checkTakeover(ctx: Ctx, organizationId: string): Promise<void> {
  const [found] = await ctx.tx
    .select({ origin: organization.origin })
    .from(organization)
    .where(eq(organization.id, organizationId))
    .for('update');
  if (found?.origin === 'filing')
    throw new AppError('DUPLICATE_NAME', {
      message: '判定为同一个组织的记录已经备案，不能再设立一次；请不予备案，请申请人改办变更或延续',
    });
}

async function setUp(ctx: Ctx, filing: FilingCase, examination: Examination): Promise<Decided> {
  const { row, rules } = filing;
  const answers: SetupAnswers = parseAnswers('setup', filing.answers);
  const existingId = takenOver(examination);
  if (existingId) await checkTakeover(ctx, existingId);
  const existing = existingId ? await factsOf(ctx.tx, existingId) : undefined;
  // An imported record keeps the number it has been known by.
  const filingCode = existing?.filingCode ?? (await drawCode(ctx, filing));
  const facts: FiledFacts = {
    ...answers,
    communityCode: row.communityCode,
    categoryLabel: categoryLabelOf(row, rules.data) ?? '',
    ruleSetId: rules.id,
    ruleSetVersion: rules.version,
  };
  const organizationId = await registerFiled(ctx, pickFacts(facts), {
    filingCode,
    ...validityFrom(rules.data, ctx.today),
    renewBeforeDays: rules.data.renewBeforeDays,
    existingId,
  });
  await giveGrant(ctx, { userId: row.applicantId, role: 'orgLeader', organizationId });
  return { organizationId, filingCode };
}

/** Only what the organization's record keeps; the rest stays with the case. */
function pickFacts(facts: FiledFacts): FiledFacts {
  const {
    name,
    communityCode,
    category,
    categoryLabel,
    serviceField,
    foundedOn,
    purpose,
    scope,
    activityArea,
    partyMemberCount,
  } = facts;
  const { partyOrgForm, supervisingUnit, leader, founders, members, venueAddress, charter, ruleSetId, ruleSetVersion } =
    facts;
  return {
    ...{
      name,
      communityCode,
      category,
      categoryLabel,
      serviceField,
      foundedOn,
      purpose,
      scope,
      activityArea,
      partyMemberCount,
    },
    ...{ partyOrgForm, supervisingUnit, leader, founders, members, venueAddress, charter, ruleSetId, ruleSetVersion },
  };
}

function existingOf({ organization: current }: FilingCase): OrganizationFacts {
  if (!current || current.status === 'cancelled')
    throw new AppError('NOT_ALLOWED_NOW', { message: '这个组织已经注销，请退回或不予备案' });
  return current;
}

/** A new leader who is already known gets his hat at once. */
async function welcomeLeader(
  ctx: Ctx,
  { id: organizationId, leader: before }: OrganizationFacts,
  leader: FiledPerson | undefined,
): Promise<void> {
  if (!leader || leader.idNumber === before.idNumber) return;
  for (const { id } of await usersWithPhones(ctx.tx, [leader.phone]))
    await giveGrant(ctx, { userId: id, role: 'orgLeader', organizationId });
}

async function change(ctx: Ctx, filing: FilingCase): Promise<Decided> {
  const current = existingOf(filing);
  const { name, leader, venueAddress, scope, charter }: ChangeAnswers = parseAnswers('change', filing.answers);
  const given = Object.entries({ name, leader, venueAddress, scope, charter }).filter(
    ([, value]) => value !== undefined,
  );
  await applyChange(ctx, current.id, Object.fromEntries(given));
  await welcomeLeader(ctx, current, leader);
  return { organizationId: current.id, filingCode: current.filingCode };
}

async function renew(ctx: Ctx, filing: FilingCase): Promise<Decided> {
  const current = existingOf(filing);
  const { leader, members, venueAddress }: RenewalAnswers = parseAnswers('renewal', filing.answers);
  const validity = renewedValidity(filing.rules.data, ctx.today, current.validTo);
  const { renewBeforeDays } = filing.rules.data;
  let { filingCode } = current;
  if (filingCode === null) {
    // An imported record without a number gets its first one with the renewal.
    filingCode = await drawCode(ctx, filing);
    const { id: ruleSetId, version: ruleSetVersion } = filing.rules;
    const facts = pickFacts({ ...current, leader, members, venueAddress, ruleSetId, ruleSetVersion });
    await registerFiled(ctx, facts, { filingCode, ...validity, renewBeforeDays, existingId: current.id });
  } else {
    await renewFiled(ctx, current.id, { validTo: validity.validTo, renewBeforeDays, leader, members, venueAddress });
  }
  await welcomeLeader(ctx, current, leader);
  return { organizationId: current.id, filingCode };
}

async function cancel(ctx: Ctx, filing: FilingCase): Promise<Decided> {
  const current = existingOf(filing);
  await cancelFiled(ctx, current.id);
  await withdrawGrantsOf(ctx, current.id);
  return { organizationId: current.id, filingCode: current.filingCode };
}

const effects: Record<FilingKind, (ctx: Ctx, filing: FilingCase, examination: Examination) => Promise<Decided>> = {
  setup: setUp,
  change,
  renewal: renew,
  cancellation: cancel,
};

/** What an approval does to the organization. */
export const takeEffect = (ctx: Ctx, filing: FilingCase, examination: Examination): Promise<Decided> =>
  effects[filing.row.kind](ctx, filing, examination);
