import { daysBetween, formatFullDate, type CivilDate } from '@shared/kernel/civilDate';
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
  const place = { communityName: findRegionName(communityCode) ?? '', streetName: findRegionName(ancestorAt(communityCode, 'township')) ?? '' };
  return { id, kind, name, categoryLabel, status, statusLabel: organizationStatusLabels[status], communityCode, ...place, filingCode, uscc, validFrom, validTo };
}

/** The answer of the public check, as a sentence. */
export function checkSentence({ kind, status, validTo }: Pick<DirectoryRow, 'kind' | 'status' | 'validTo'>, today: CivilDate): string {
  if (status === 'cancelled') return '已注销，不能再以这个名义开展活动';
  if (kind === 'registered') return '已在民政部门登记，有效';
  // The timer that lapses records runs once a night: the date decides before it does.
  if (status === 'lapsed' || (validTo !== null && validTo < today)) return `备案已到期${validTo ? `（${formatFullDate(validTo)}）` : ''}，还没有延续`;
  return validTo ? `备案有效，有效期至${formatFullDate(validTo)}` : '备案有效';
}

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
