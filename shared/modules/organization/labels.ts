import type { OrganizationKind, OrganizationStatus } from './schema';

export const organizationKindLabels: Record<OrganizationKind, string> = { registered: '登记', filed: '备案' };

export const organizationStatusLabels: Record<OrganizationStatus, string> = {
  active: '有效',
  lapsed: '已到期',
  cancelled: '已注销',
};
