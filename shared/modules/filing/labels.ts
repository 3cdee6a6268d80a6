import type { CountersignState, FilingAction, FilingKind, FilingQueue, FilingStatus } from './status';

export const filingKindLabels: Record<FilingKind, string> = {
  setup: '设立备案',
  change: '变更备案',
  renewal: '延续备案',
  cancellation: '注销备案',
};

export const filingStatusLabels: Record<FilingStatus, string> = {
  draft: '草稿',
  submitted: '待受理',
  accepted: '已受理',
  underReview: '审核中',
  returned: '待补正',
  approved: '已备案',
  refused: '不予备案',
  discarded: '已放弃',
};

/** A button says the act. */
export const filingActionLabels: Record<FilingAction, string> = {
  submit: '提交备案',
  withdraw: '撤回修改',
  discard: '放弃草稿',
  claim: '我来办',
  release: '放回待办',
  accept: '受理',
  return: '退回补正',
  saveReview: '保存审查意见',
  decideDuplicate: '判定重复',
  forward: '报送审批',
  countersign: '会签',
  approve: '同意备案',
  refuse: '不予备案',
};

export const filingQueueLabels: Record<FilingQueue, string> = {
  toAccept: '待受理',
  inReview: '审核中',
  awaitingCorrection: '待补正',
  toCountersign: '待会签',
  toDecide: '待办结',
  dueSoon: '将逾期',
  overdue: '已逾期',
  done: '已办结',
};

export const countersignLabels: Record<CountersignState, string> = {
  notRequired: '不需要会签',
  pending: '待党建机构会签',
  agreed: '党建机构同意',
  objected: '党建机构有意见',
};
