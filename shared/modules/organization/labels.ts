import type { UsccKind } from '@shared/kernel/uscc';
import type { OrganizationKind, OrganizationStatus } from './schema';

export const organizationKindLabels: Record<OrganizationKind, string> = { registered: '登记', filed: '备案' };

export const organizationStatusLabels: Record<OrganizationStatus, string> = {
  active: '有效',
  lapsed: '已到期',
  cancelled: '已注销',
};

/** 党组织形式。The form of a filing offers the same values. */
export const partyOrgFormLabels: Readonly<Record<string, string>> = {
  none: '还没有',
  independent: '单独建立',
  joint: '联合建立',
  functional: '功能型党组织',
};

/** 登记的三类，由统一社会信用代码看出。 */
export const registeredKindLabels: Record<UsccKind, string> = {
  association: '社会团体',
  serviceInstitution: '社会服务机构',
  foundation: '基金会',
};
