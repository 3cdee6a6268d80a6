import type { TimelineEntry } from '@shared/kernel/timeline';
import { readTimeline } from '@functions/platform/audit';
import type { Tx } from '@functions/platform/database';

const titles: Readonly<Record<string, string>> = {
  'organization.filed': '备案',
  'organization.takenOver': '由台账记录转为备案',
  'organization.changed': '变更',
  'organization.renewed': '延续',
  'organization.lapsed': '到期',
  'organization.cancelled': '注销',
  'organization.imported': '从台账导入',
  'organization.addRegistered': '录入登记组织',
  'organization.updateSupervision': '修改主管和行业部门',
  'organization.selfCheck': '运行规范自查',
};

/** 组织的变更记录，早的在前。 */
export const historyOf = (tx: Tx, organizationId: string): Promise<TimelineEntry[]> =>
  readTimeline(tx, 'organization', organizationId, (action) => titles[action]);
