/** 运行规范自查（R13）：规则、财务、会议、党建、活动。`mend`: what to do when the answer is no. */
export const selfCheckItems = [
  { id: 'charterKnown', label: '成员都知道章程写了什么', mend: '把章程贴在活动场所，开会时念一遍' },
  { id: 'rosterCurrent', label: '花名册跟得上人员变动', mend: '有人进出就改花名册，每季度核对一次' },
  { id: 'meetingHeld', label: '每年至少开一次成员大会，有记录', mend: '今年内开一次会，记下时间、到会人和决定' },
  { id: 'accountsOpen', label: '收支有账，每年向成员公开', mend: '记一本流水账，年底张贴公布' },
  { id: 'noProfit', label: '不向服务对象收费，不分钱', mend: '停止收费，已收的退还并记录' },
  { id: 'venueSafe', label: '活动场所安全，有人负责', mend: '指定一名安全员，活动前检查水电和通道' },
  { id: 'activityRecorded', label: '活动有照片和签到', mend: '每次活动留签到和两张照片' },
  { id: 'changeReported', label: '负责人、场所变了会及时办变更', mend: '变动后 30 天内办变更备案' },
] as const;
export type SelfCheckItemId = (typeof selfCheckItems)[number]['id'];

/** 升级为登记的条件 [社会团体登记管理条例 §10]；各地可以放宽，以当地为准。 */
export const registrationConditions = [
  '有 50 个以上的个人会员，或者 30 个以上的单位会员（混合的总数不少于 50 个）',
  '有规范的名称和相应的组织机构',
  '有固定的住所',
  '有与业务相适应的专职工作人员',
  '有 3 万元以上的活动资金',
  '能独立承担民事责任',
] as const;

/** How many items are met, and what to do about the others; an item nobody answered is a gap. */
export function selfCheckResult(answers: Readonly<Record<string, string>>): {
  met: number;
  total: number;
  gaps: string[];
} {
  const open = selfCheckItems.filter(({ id }) => answers[id] !== 'yes');
  return { met: selfCheckItems.length - open.length, total: selfCheckItems.length, gaps: open.map(({ mend }) => mend) };
}
