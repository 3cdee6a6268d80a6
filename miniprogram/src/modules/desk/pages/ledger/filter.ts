import { addDays, type CivilDate } from '@shared/kernel/civilDate';
import type { RegionCode } from '@shared/kernel/regionScope';
import type { SentInput } from '@shared/contract';
import {
  organizationKinds,
  organizationStatuses,
  type OrganizationKind,
  type OrganizationStatus,
} from '@shared/modules/organization/schema';

/** What the page narrows the ledger by. */
export interface LedgerFilter {
  text: string;
  regionCode?: RegionCode;
  kind?: OrganizationKind;
  category?: string;
  status?: OrganizationStatus;
  /** Expires within so many days from today */
  expiringDays?: string;
}

export const expiryChoices = [
  { value: '0', label: '今天以前到期' },
  { value: '15', label: '15 天内到期' },
  { value: '30', label: '30 天内到期' },
  { value: '90', label: '90 天内到期' },
  { value: '365', label: '一年内到期' },
];

type AskedFilter = Omit<SentInput<'ledger.list'>, 'page' | 'pageSize'>;

/** The filter as the server is asked. */
export function askedFilter({ expiringDays, ...filter }: LedgerFilter, today: CivilDate): AskedFilter {
  return {
    ...filter,
    text: filter.text.trim(),
    ...(expiringDays === undefined ? {} : { expiringBy: addDays(today, Number(expiringDays)) }),
  };
}

/** How many conditions are set beside the text. */
export const conditionsOf = (filter: LedgerFilter): number =>
  [filter.regionCode, filter.kind, filter.category, filter.status, filter.expiringDays].filter(
    (each) => each !== undefined,
  ).length;

const oneOf = <T extends string>(words: readonly T[], word: string | undefined): T | undefined =>
  words.find((each) => each === word);

/** The filter of an address: what another page or a message links to. */
export function filterOfAddress(params: Partial<Record<string, string>>): LedgerFilter {
  const filter: LedgerFilter = {
    text: params.text ? decodeURIComponent(params.text) : '',
    regionCode: params.regionCode,
    kind: oneOf(organizationKinds, params.kind),
    category: params.category,
    status: oneOf(organizationStatuses, params.status),
    expiringDays: expiryChoices.find(({ value }) => value === params.expiringDays)?.value,
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as unknown as LedgerFilter;
}
