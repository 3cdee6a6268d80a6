import type { CivilDate } from '@shared/kernel/civilDate';
import type { RegionCode } from '@shared/kernel/regionScope';
import type { OrganizationKind, OrganizationStatus } from '@shared/modules/organization/schema';

/** 负责人、发起人。 */
export interface FiledPerson {
  name: string;
  idNumber: string;
  phone: string;
  tags?: string[];
}

/** 花名册一行。 */
export interface FiledMember {
  name: string;
  phone?: string;
  resident?: boolean;
}

/** What a decided filing says of an organization. Declared here by its shape: organizations know nothing of filings. */
export interface FiledFacts {
  name: string;
  communityCode: RegionCode;
  category: string;
  categoryLabel: string;
  serviceField?: string;
  foundedOn: CivilDate;
  purpose: string;
  scope: string;
  activityArea: string;
  partyMemberCount: number;
  partyOrgForm: string;
  supervisingUnit?: string;
  leader: FiledPerson;
  founders: FiledPerson[];
  members: FiledMember[];
  venueAddress: string;
  charter: string;
  ruleSetId: string;
  ruleSetVersion: number;
}

/** The record as it stands today. What an imported ledger did not say is an empty text, an empty list or 0. */
export interface OrganizationFacts extends Omit<FiledFacts, 'ruleSetId' | 'ruleSetVersion'> {
  id: string;
  kind: OrganizationKind;
  status: OrganizationStatus;
  filingCode: string | null;
  validTo: CivilDate | null;
  version: number;
  ruleSetId: string | null;
  ruleSetVersion: number | null;
}

/** 变更记录里的栏目名。 */
export const factLabels: Record<keyof FiledFacts, string> = {
  name: '名称',
  communityCode: '所在社区（村）',
  category: '类别',
  categoryLabel: '类别',
  serviceField: '服务领域',
  foundedOn: '成立日期',
  purpose: '宗旨',
  scope: '业务范围',
  activityArea: '活动地域',
  partyMemberCount: '党员人数',
  partyOrgForm: '党组织',
  supervisingUnit: '业务指导单位',
  leader: '负责人',
  founders: '发起人',
  members: '成员花名册',
  venueAddress: '活动场所',
  charter: '章程',
  ruleSetId: '备案办法',
  ruleSetVersion: '备案办法',
};
