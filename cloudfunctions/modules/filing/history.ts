import { filingActionLabels } from '@shared/modules/filing/labels';

const ownTitles: Record<string, string> = {
  'filing.create': '开始填写',
  'filing.saveDraft': '修改补正内容',
  'filing.acceptMany': '受理',
  'filing.reveal': '查看完整证件号或电话',
};

/** What officers do among themselves while they examine a case. */
const internal = [
  'filing.claim',
  'filing.release',
  'filing.saveReview',
  'filing.decideDuplicate',
  'filing.reveal',
  'filing.countersign',
];

const titles: Record<string, string> = {
  ...Object.fromEntries(Object.entries(filingActionLabels).map(([action, label]) => [`filing.${action}`, label])),
  ...ownTitles,
};

/** Titles of a case's history; the applicant is not shown the office's internal steps. */
export const historyTitle =
  (applicant: boolean) =>
  (action: string): string | undefined =>
    applicant && internal.includes(action) ? undefined : titles[action];
