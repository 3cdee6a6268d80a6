import type { Role } from '@shared/kernel/actor';

export const roleLabels: Record<Role, string> = {
  public: '公众',
  system: '系统',
  resident: '居民',
  volunteer: '志愿者',
  orgLeader: '组织负责人',
  orgMember: '组织成员',
  villageClerk: '村（社区）工作人员',
  streetAcceptor: '街镇受理人',
  streetApprover: '街镇审批人',
  federation: '联合会',
  countyStaff: '县级民政',
  cityStaff: '市级民政',
  provinceStaff: '省级民政',
  partyStaff: '党建工作人员',
  auditor: '审计员',
  systemAdmin: '系统管理员',
};
