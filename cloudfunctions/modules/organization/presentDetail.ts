import { addDays, type CivilDate } from '@shared/kernel/civilDate';
import { maskPhone } from '@shared/kernel/mask';
import { partyOrgFormLabels } from '@shared/modules/organization/labels';
import type { OrganizationDetail } from '@shared/modules/organization/schema';
import { selfCheckResult } from '@shared/modules/organization/selfCheck';
import type { Ctx } from '@functions/platform/context';
import { leadsOrganization, staffOf } from './access';
import type { DirectoryRow } from './directory';
import { historyOf } from './history';
import { presentLine } from './presentLine';
import type { OrganizationRow, PersonalRow } from './repository';

/** 有效期满前 15 日申请延续（湘潭备案办法），备案时的办法没有写明的按此。 */
const renewBeforeDaysByDefault = 15;
/** A renewal may be begun this long before the end. */
const renewalOpensDays = 180;

/** The line of a whole row. */
export const directoryRowOf = (row: OrganizationRow): DirectoryRow => row as DirectoryRow;

type DetailAction = OrganizationDetail['availableActions'][number];

function actionsOf(ctx: Ctx, row: OrganizationRow): DetailAction[] {
  const { actor, today } = ctx;
  const leads = leadsOrganization(actor, row) && row.kind === 'filed' && row.status !== 'cancelled';
  const renewable = row.status === 'lapsed' || row.validTo === null || row.validTo <= addDays(today, renewalOpensDays);
  const checks = actor.hat.role === 'orgLeader' && actor.hat.organizationId === row.id && row.status !== 'cancelled';
  const appoints =
    actor.hat.role === 'countyStaff' && staffOf(actor, row) && row.kind === 'filed' && row.status !== 'cancelled';
  return [
    ...(leads ? (['change'] as const) : []),
    ...(leads && renewable ? (['renewal'] as const) : []),
    ...(leads ? (['cancellation'] as const) : []),
    ...(staffOf(actor, row) ? (['updateSupervision'] as const) : []),
    ...(appoints ? (['appointLeader'] as const) : []),
    ...(checks ? (['selfCheck'] as const) : []),
  ];
}

const renewByOf = ({ kind, status, validTo, renewBeforeDays }: OrganizationRow): CivilDate | null =>
  kind === 'filed' && status !== 'cancelled' && validTo
    ? addDays(validTo, -(renewBeforeDays ?? renewBeforeDaysByDefault))
    : null;

/** True when a certificate can be shown: filed, valid or lapsed, with number and term. */
export const hasCertificate = ({ kind, status, filingCode, validFrom, validTo }: OrganizationRow): boolean =>
  kind === 'filed' && status === 'active' && filingCode !== null && validFrom !== null && validTo !== null;

/** The whole record as this actor may see it. Phones are masked for everybody; whole ones are looked up in the case, with a reason. */
export async function presentDetail(
  ctx: Ctx,
  row: OrganizationRow,
  personal: PersonalRow | undefined,
): Promise<OrganizationDetail> {
  const {
    version,
    purpose,
    scope,
    activityArea,
    partyMemberCount,
    partyOrgForm,
    supervisingUnit,
    industryAuthority,
    registrar,
  } = row;
  return {
    ...presentLine(directoryRowOf(row), ctx.today),
    ...{ version, purpose, scope, activityArea, partyMemberCount, supervisingUnit, industryAuthority, registrar },
    partyOrgFormLabel: partyOrgForm === null ? null : (partyOrgFormLabels[partyOrgForm] ?? null),
    venueAddress: personal?.venueAddress ?? null,
    leaderName: personal?.leaderName ?? null,
    leaderPhoneMasked: personal?.leaderPhone ? maskPhone(personal.leaderPhone) : null,
    certificateAvailable: hasCertificate(row),
    renewBy: renewByOf(row),
    availableActions: actionsOf(ctx, row),
    selfCheck: row.selfCheck ? { checkedOn: row.selfCheck.checkedOn, ...selfCheckResult(row.selfCheck.answers) } : null,
    history: await historyOf(ctx.tx, row.id),
  };
}
