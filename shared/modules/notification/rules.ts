import { formatCivilDate } from '@shared/kernel/civilDate';
import type { EventFacts, EventName } from '@shared/kernel/events';
import { filingKindLabels } from '@shared/modules/filing/labels';
import type { FilingKind } from '@shared/modules/filing/status';
import type { MessageTemplate } from './contract';

/** Who hears of an event. Staff are found by role over the street; leaders by their organization. */
export type Recipient =
  'applicant' | 'user' | 'orgLeaders' | 'holder' | 'streetAcceptors' | 'streetApprovers' | 'partyStaff' | 'countyStaff';

export interface NoticeRule {
  to: readonly Recipient[];
  title: (facts: EventFacts) => string;
  body: (facts: EventFacts) => string;
  link: (facts: EventFacts) => string | null;
  /** Also as a WeChat subscribe message, while a permit is left */
  template?: MessageTemplate;
}

const text = (facts: EventFacts, key: string): string => String(facts[key] ?? '');
const kind = (facts: EventFacts): string => filingKindLabels[text(facts, 'kind') as FilingKind] ?? '备案';
const day = (facts: EventFacts): string =>
  facts.dueOn ? formatCivilDate(text(facts, 'dueOn'), Number(text(facts, 'dueOn').slice(0, 4))) : '';
const called = (facts: EventFacts): string => `“${text(facts, 'name')}”`;

const applicantPage = (facts: EventFacts) => `/modules/filing/pages/detail/index?filingId=${text(facts, 'filingId')}`;
const deskPage = (facts: EventFacts) => `/modules/desk/pages/desk/index?filingId=${text(facts, 'filingId')}`;
const organizationPage = (facts: EventFacts) =>
  `/modules/filing/pages/organization/index?organizationId=${text(facts, 'organizationId')}`;

/** 事件 → 谁收到什么。Every decision leaves a notice (R92); an approval raises a supervision to-do (R153). */
export const noticeRules: Record<EventName, readonly NoticeRule[]> = {
  'filing.submitted': [
    {
      to: ['streetAcceptors'],
      title: (f) => `有新的${kind(f)}待受理`,
      body: (f) => `${called(f)}提交了${kind(f)}，请在${day(f)}前受理或退回。`,
      link: deskPage,
    },
  ],
  'filing.withdrawn': [
    {
      to: ['holder'],
      title: () => '申请人撤回了备案',
      body: (f) => `${called(f)}已撤回修改，不用再办。`,
      link: () => null,
    },
  ],
  'filing.accepted': [
    {
      to: ['applicant'],
      title: () => '备案已受理',
      body: (f) => `${called(f)}的${kind(f)}已受理，最迟${day(f)}答复您。`,
      link: applicantPage,
      template: 'filingProgress',
    },
  ],
  'filing.returned': [
    {
      to: ['applicant'],
      title: () => '备案要补正',
      body: (f) => `${called(f)}有 ${text(f, 'count')} 处要改，请在${day(f)}前改好再提交。`,
      link: applicantPage,
      template: 'filingProgress',
    },
  ],
  'filing.forwarded': [
    {
      to: ['streetApprovers'],
      title: (f) => `有${kind(f)}待审批`,
      body: (f) => `${called(f)}已审查完，请在${day(f)}前办结。`,
      link: deskPage,
    },
  ],
  'filing.countersignRequested': [
    {
      to: ['partyStaff'],
      title: () => '有备案待会签',
      body: (f) => `${called(f)}的负责人人选请您审核会签。`,
      link: deskPage,
    },
  ],
  'filing.countersigned': [
    {
      to: ['holder', 'streetApprovers'],
      title: (f) => (f.agree ? '党建机构已同意' : '党建机构有意见'),
      body: (f) => `${called(f)}：${text(f, 'reason')}`,
      link: deskPage,
    },
  ],
  'filing.approved': [
    {
      to: ['applicant'],
      title: () => '备案通过了',
      body: (f) =>
        f.filingCode
          ? `${called(f)}的${kind(f)}已通过，备案编号 ${text(f, 'filingCode')}。`
          : `${called(f)}的${kind(f)}已通过。`,
      link: applicantPage,
      template: 'filingProgress',
    },
  ],
  'filing.refused': [
    {
      to: ['applicant'],
      title: () => '这次没有通过',
      body: (f) => `${called(f)}的${kind(f)}没有通过。理由：${text(f, 'reason')}`,
      link: applicantPage,
      template: 'filingProgress',
    },
  ],
  'filing.dueSoon': [
    {
      to: ['holder'],
      title: () => '有一件快到期了',
      body: (f) => `${called(f)}要在${day(f)}前办好。`,
      link: deskPage,
      template: 'filingDeadline',
    },
  ],
  'filing.overdue': [
    {
      to: ['holder', 'countyStaff'],
      title: () => '有一件已经逾期',
      body: (f) => `${called(f)}应在${day(f)}前办好，请马上处理。`,
      link: deskPage,
    },
  ],
  'filing.correctionOverdue': [
    {
      to: ['applicant'],
      title: () => '补正的时间已经过了',
      body: (f) => `${called(f)}应在${day(f)}前补正，请尽快改好再提交；不办了的，请放弃这件。`,
      link: applicantPage,
      template: 'filingDeadline',
    },
  ],
  'organization.approved': [
    {
      to: ['countyStaff'],
      title: () => '新备案的组织，请纳入日常监管',
      body: (f) => `${called(f)}已备案（${text(f, 'filingCode')}），请安排首次走访。`,
      link: organizationPage,
    },
  ],
  'organization.renewalDue': [
    {
      to: ['orgLeaders'],
      title: () => '备案快到期了，请办延续',
      body: (f) => `${called(f)}的备案有效期快满了，请在${day(f)}前申请延续。`,
      link: organizationPage,
      template: 'filingDeadline',
    },
  ],
  'organization.lapsed': [
    {
      to: ['orgLeaders', 'streetAcceptors'],
      title: () => '备案已到期',
      body: (f) => `${called(f)}的备案已到期。还要继续活动的，请重新办理延续。`,
      link: organizationPage,
    },
  ],
  'grant.given': [
    {
      to: ['user'],
      title: () => '您有了新的身份',
      body: (f) => `您现在可以以“${text(f, 'role')}”的身份办事，在“我的”里切换。`,
      link: () => '/pages/mine/index',
    },
  ],
  'grant.withdrawn': [
    {
      to: ['user'],
      title: () => '您的一个身份已收回',
      body: (f) => `“${text(f, 'role')}”的身份已收回，有疑问请联系授予您的单位。`,
      link: () => null,
    },
  ],
};

/** 每人每天最多几条订阅消息；站内消息不限。 */
export const subscribeMessagesPerDay = 5;
