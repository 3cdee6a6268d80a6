import * as z from 'zod';
import { civilDate } from '@shared/kernel/civilDate';
import { regionCodeField } from '@shared/kernel/fields';
import { field } from '@shared/kernel/form';
import { plainText } from '@shared/kernel/text';
import {
  committeeOpinion,
  files,
  founders,
  leader,
  members,
  name,
  responsiblePerson,
  venueAddress,
  venueProofFiles,
} from './formFields';
import { groupTypes, partyOrgForms, serviceFields, valuesOf } from './formOptions';
import type { FilingKind } from './status';

export type { MemberRow, ResponsiblePerson } from './formFields';

/** Grows when a field is added or changes its meaning; a draft of an older form is carried over field by field. */
export const filingFormVersion = 1;

/** 设立备案申请表。 */
export const setupForm = z.strictObject({
  name,
  communityCode: regionCodeField.meta(
    field({ label: '所在社区（村）', question: '在哪个社区（村）？', input: 'region', section: '基本情况' }),
  ),
  category: z
    .string()
    .min(1, { error: '请选择类别' })
    .max(40)
    .meta(field({ label: '类别', question: '主要做哪一类事？', input: 'choice', section: '基本情况' })),
  groupType: z
    .enum(valuesOf(groupTypes))
    .optional()
    .meta(
      field({
        label: '组织形式',
        question: '是哪一种形式？',
        input: 'choice',
        options: groupTypes,
        section: '基本情况',
      }),
    ),
  serviceField: z
    .enum(valuesOf(serviceFields))
    .optional()
    .meta(
      field({
        label: '服务领域',
        question: '属于哪个服务领域？',
        input: 'choice',
        options: serviceFields,
        section: '基本情况',
      }),
    ),
  foundedOn: civilDate.meta(
    field({ label: '成立日期', question: '什么时候成立的？', input: 'date', section: '基本情况' }),
  ),
  purpose: plainText(300)
    .min(4, { error: '请用一两句话说说为什么成立' })
    .meta(
      field({
        label: '宗旨',
        question: '为什么成立？',
        help: '一两句话就行，如“丰富老年人的文化生活”',
        input: 'longText',
        section: '做什么',
      }),
    ),
  scope: plainText(300)
    .min(4, { error: '请写写主要做哪些事' })
    .meta(field({ label: '业务范围', question: '主要做哪些事？', input: 'longText', section: '做什么' })),
  activityArea: plainText(100)
    .min(2, { error: '请写明在哪一片活动' })
    .meta(
      field({ label: '活动地域', question: '在哪一片活动？', help: '如“本社区”', input: 'text', section: '做什么' }),
    ),
  venueAddress,
  leader,
  founders,
  members,
  partyMemberCount: z
    .int({ error: '请填人数，没有填 0' })
    .min(0, { error: '请填人数，没有填 0' })
    .max(500)
    .meta(field({ label: '党员人数', question: '有几名党员？', input: 'number', section: '党建经费' })),
  partyOrgForm: z.enum(valuesOf(partyOrgForms), { error: '请选择党组织情况' }).meta(
    field({
      label: '党组织',
      question: '有党组织吗？',
      input: 'choice',
      options: partyOrgForms,
      section: '党建经费',
    }),
  ),
  fundSource: plainText(200)
    .min(2, { error: '请写明钱从哪里来，如“成员自愿交会费”' })
    .meta(field({ label: '经费来源', question: '活动的钱从哪里来？', input: 'text', section: '党建经费' })),
  supervisingUnit: plainText(60)
    .optional()
    .meta(
      field({
        label: '业务指导单位',
        question: '由谁指导？',
        help: '一般是居（村）委会，不清楚可以不填',
        input: 'text',
        section: '党建经费',
      }),
    ),
  charter: plainText(8000)
    .min(20, { error: '章程还没有写，点“自动生成章程”就能得到一份' })
    .meta(
      field({
        label: '章程',
        question: '章程',
        help: '可以根据前面的回答自动生成，再自己改',
        input: 'longText',
        section: '章程材料',
      }),
    ),
  venueProofFiles,
  committeeOpinion,
  otherFiles: files(6)
    .optional()
    .meta(field({ label: '其他材料', question: '还有要交的材料吗？', input: 'files', section: '章程材料' })),
});
export type SetupAnswers = z.infer<typeof setupForm>;

/** 变更事项：只填变了的。 */
export const changeForm = z.strictObject({
  reason: plainText(300)
    .min(4, { error: '请说明为什么变更' })
    .meta(field({ label: '变更原因', question: '为什么要变更？', input: 'longText', section: '变更事项' })),
  changedOn: civilDate.meta(field({ label: '变更日期', question: '哪天变的？', input: 'date', section: '变更事项' })),
  name: name
    .optional()
    .meta(
      field({ label: '新名称', question: '名称变了吗？', help: '没有变就不填', input: 'text', section: '变更事项' }),
    ),
  leader: responsiblePerson.optional().meta(
    field({
      label: '新负责人',
      question: '负责人换了吗？',
      help: '没有换就不填',
      input: 'person',
      section: '变更事项',
    }),
  ),
  venueAddress: venueAddress.optional().meta(
    field({
      label: '新活动场所',
      question: '场所变了吗？',
      help: '没有变就不填',
      input: 'text',
      section: '变更事项',
    }),
  ),
  venueProofFiles: files(6)
    .optional()
    .meta(field({ label: '新场所证明', question: '新场所的证明', input: 'files', section: '变更事项' })),
  scope: plainText(300)
    .optional()
    .meta(
      field({
        label: '新业务范围',
        question: '业务范围变了吗？',
        help: '没有变就不填',
        input: 'longText',
        section: '变更事项',
      }),
    ),
  charter: plainText(8000)
    .optional()
    .meta(
      field({
        label: '新章程',
        question: '章程改了吗？',
        help: '没有改就不填',
        input: 'longText',
        section: '变更事项',
      }),
    ),
  resolutionFiles: files(6)
    .optional()
    .meta(field({ label: '会议决议', question: '会议决议拍照', input: 'files', section: '变更事项' })),
});
export type ChangeAnswers = z.infer<typeof changeForm>;

/** 延续备案：有效期满前申请。 */
export const renewalForm = z.strictObject({
  summary: plainText(1000)
    .min(10, { error: '请写写这几年做了哪些事，至少一两句' })
    .meta(field({ label: '活动总结', question: '这几年做了哪些事？', input: 'longText', section: '延续' })),
  leader: leader.meta(field({ label: '负责人', question: '现在的负责人是谁？', input: 'person', section: '延续' })),
  members: members.meta(field({ label: '成员花名册', question: '现在有哪些成员？', input: 'people', section: '延续' })),
  venueAddress: venueAddress.meta(
    field({
      label: '活动场所',
      question: '现在在哪里活动？',
      help: '没有变就照原来的写',
      input: 'text',
      section: '延续',
    }),
  ),
  venueProofFiles: venueProofFiles
    .optional()
    .meta(field({ label: '场所使用权证明', question: '场所证明（变了才要传）', input: 'files', section: '延续' })),
});
export type RenewalAnswers = z.infer<typeof renewalForm>;

/** 注销备案。 */
export const cancellationForm = z.strictObject({
  reason: plainText(300)
    .min(4, { error: '请说明为什么注销' })
    .meta(field({ label: '注销原因', question: '为什么要注销？', input: 'longText', section: '注销' })),
  settlement: plainText(300)
    .min(1, { error: '请说明剩下的钱物怎么处理，没有就写“无”' })
    .meta(
      field({
        label: '财物处理',
        question: '剩下的钱和物怎么处理？',
        help: '没有就写“无”',
        input: 'longText',
        section: '注销',
      }),
    ),
  resolutionFiles: files(6)
    .optional()
    .meta(field({ label: '会议决议', question: '会议决议拍照', input: 'files', section: '注销' })),
});
export type CancellationAnswers = z.infer<typeof cancellationForm>;

/** One form per kind, declared once: the page renders it, the server checks it, the review marks its fields. */
export const filingForms = {
  setup: setupForm,
  change: changeForm,
  renewal: renewalForm,
  cancellation: cancellationForm,
} as const satisfies Record<FilingKind, z.ZodObject>;

export type FilingAnswers<K extends FilingKind = FilingKind> = z.infer<(typeof filingForms)[K]>;
