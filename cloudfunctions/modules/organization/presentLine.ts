import { daysBetween, type CivilDate } from '@shared/kernel/civilDate';
import { ancestorAt } from '@shared/kernel/regionScope';
import { organizationStatusLabels } from '@shared/modules/organization/labels';
import type { LedgerLine, OrganizationPublic } from '@shared/modules/organization/schema';
import { findRegionName } from '@functions/modules/region/service';
import type { DirectoryRow } from './directory';

/** Days before the end from which a list counts them. */
const expiryNoticeDays = 90;

/** What anybody may read of an organization: each field is named here, so that nothing personal slips in. */
export function presentPublic(row: DirectoryRow): OrganizationPublic {
  const { id, kind, name, categoryLabel, status, communityCode, filingCode, uscc, validFrom, validTo } = row;
  const place = {
    communityName: findRegionName(communityCode) ?? '',
    streetName: findRegionName(ancestorAt(communityCode, 'township')) ?? '',
  };
  return {
    id,
    kind,
    name,
    categoryLabel,
    status,
    statusLabel: organizationStatusLabels[status],
    communityCode,
    ...place,
    filingCode,
    uscc,
    validFrom,
    validTo,
  };
}

/** The state as it is today: the timer that lapses records runs once a night, the date decides before it does. */
export const asOfToday = (row: DirectoryRow, today: CivilDate): DirectoryRow =>
  row.status === 'active' && row.validTo !== null && row.validTo < today ? { ...row, status: 'lapsed' } : row;

function expiryText({ status, validTo }: DirectoryRow, today: CivilDate): string | null {
  if (status !== 'active' || validTo === null) return null;
  const days = daysBetween(today, validTo);
  if (days < 0) return `已过期 ${-days} 天`;
  if (days === 0) return '今天到期';
  return days <= expiryNoticeDays ? `还剩 ${days} 天` : null;
}

/** A line of the ledger. */
export const presentLine = (row: DirectoryRow, today: CivilDate): LedgerLine => ({
  ...presentPublic(row),
  category: row.category,
  foundedOn: row.foundedOn,
  memberCount: row.memberCount,
  expiryText: expiryText(row, today),
});
