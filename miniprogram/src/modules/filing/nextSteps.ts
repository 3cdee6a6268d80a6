import { formatCivilDate, todayIn, yearOf } from '@shared/kernel/civilDate';
import type { FilingDetail } from '@shared/modules/filing/schema';
import type { FilingKind, FilingStatus } from '@shared/modules/filing/status';
import type { Tone } from '@/components/Tag';
import type { IconName } from '@/components/Icon';

/** What the sentence about the next step reads. */
export type NextStepFacts = Pick<FilingDetail, 'status' | 'kind' | 'clock' | 'returnedFields'>;

/** Colour and icon of each status, as its applicant sees it. */
export const statusLooks: Record<FilingStatus, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'plain', icon: 'edit' },
  submitted: { tone: 'info', icon: 'send' },
  accepted: { tone: 'info', icon: 'folder' },
  underReview: { tone: 'info', icon: 'search' },
  returned: { tone: 'accent', icon: 'back' },
  approved: { tone: 'ok', icon: 'checkCircle' },
  refused: { tone: 'danger', icon: 'crossCircle' },
  discarded: { tone: 'plain', icon: 'trash' },
};

export const statusTones = Object.fromEntries(
  Object.entries(statusLooks).map(([status, { tone }]) => [status, tone]),
) as Record<FilingStatus, Tone>;

const approvedWords: Record<FilingKind, string> = {
  setup: '备案通过了。可以打开备案证，照章程开展活动。',
  change: '变更办好了，新的内容已经写进备案。',
  renewal: '延续办好了，请看新的有效期。',
  cancellation: '注销办好了，这个组织不再是备案组织。',
};

function dueDay({ clock }: NextStepFacts, now: Date): string {
  return clock ? `最迟${formatCivilDate(clock.dueOn, yearOf(todayIn(now)))}` : '';
}

const sentences: Record<FilingStatus, (filing: NextStepFacts, now: Date) => string> = {
  draft: () => '还没有提交。填好后点“提交备案”，街道才能看到。',
  submitted: (filing, now) => `街道${dueDay(filing, now)}受理，缺什么会告诉您改哪里。`,
  accepted: (filing, now) => `材料齐了，街道${dueDay(filing, now)}答复您。`,
  underReview: (filing, now) => `正在审核，街道${dueDay(filing, now)}答复您。`,
  returned: (filing, now) =>
    `有 ${filing.returnedFields.length} 处要改，${dueDay(filing, now)}改好再提交；别的不用动。`,
  approved: ({ kind }) => approvedWords[kind],
  refused: () => '这次没有通过，理由写在下面。改好以后可以重新办一件。',
  discarded: () => '这份草稿已经放弃，不会再办理。',
};

/** What happens next, in one sentence. */
export const nextStep = (filing: NextStepFacts, now: Date): string => sentences[filing.status](filing, now);
