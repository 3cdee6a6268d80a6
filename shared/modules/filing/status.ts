/** 备案事项的种类：设立、变更、延续、注销。 */
export const filingKinds = ['setup', 'change', 'renewal', 'cancellation'] as const;
export type FilingKind = (typeof filingKinds)[number];

/** 备案件的状态。`discarded` 只由申请人放弃草稿产生。 */
export const filingStatuses = [
  'draft',
  'submitted',
  'accepted',
  'underReview',
  'returned',
  'approved',
  'refused',
  'discarded',
] as const;
export type FilingStatus = (typeof filingStatuses)[number];

export const filingActions = [
  'submit',
  'withdraw',
  'discard',
  'claim',
  'release',
  'accept',
  'return',
  'saveReview',
  'decideDuplicate',
  'forward',
  'countersign',
  'approve',
  'refuse',
] as const;
export type FilingAction = (typeof filingActions)[number];

/** 党建机构会签：不需要、待会签、同意、有意见。 */
export const countersignStates = ['notRequired', 'pending', 'agreed', 'objected'] as const;
export type CountersignState = (typeof countersignStates)[number];

/** 办件台的工作队列。 */
export const filingQueues = [
  'toAccept',
  'inReview',
  'awaitingCorrection',
  'toCountersign',
  'toDecide',
  'dueSoon',
  'overdue',
  'done',
] as const;
export type FilingQueue = (typeof filingQueues)[number];
