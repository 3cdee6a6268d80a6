import * as z from 'zod';
import { idField, idNumberField, phoneField } from '@shared/kernel/fields';
import { field } from '@shared/kernel/form';
import { plainText } from '@shared/kernel/text';
import { identityTags, valuesOf } from './formOptions';

/* Fields that stand in more than one form. */

export const files = (max: number) => z.array(idField).max(max, { error: `最多 ${max} 个文件` });

export const name = plainText(40)
  .min(3, { error: '名称太短了，请写全，如“向阳社区夕阳红舞蹈队”' })
  .meta(
    field({
      label: '组织名称',
      question: '组织叫什么名字？',
      help: '写全称，如“向阳社区夕阳红舞蹈队”',
      input: 'text',
      section: '基本情况',
    }),
  );

/** 负责人、发起人：姓名、身份证号、电话、身份标签。 */
export const responsiblePerson = z.strictObject({
  name: plainText(20)
    .min(2, { error: '请写全姓名' })
    .meta(field({ label: '姓名', input: 'text' })),
  idNumber: idNumberField.meta(field({ label: '身份证号', help: '只用于资格审查，不会公开', input: 'idNumber' })),
  phone: phoneField.meta(field({ label: '手机号', input: 'phone' })),
  tags: z
    .array(z.enum(valuesOf(identityTags)))
    .max(5)
    .default([])
    .meta(field({ label: '身份（可多选）', input: 'choices', options: identityTags })),
});
export type ResponsiblePerson = z.infer<typeof responsiblePerson>;

/** 花名册一行。 */
export const memberRow = z.strictObject({
  name: plainText(20)
    .min(2, { error: '请写全姓名' })
    .meta(field({ label: '姓名', input: 'text' })),
  phone: phoneField.optional().meta(field({ label: '电话', input: 'phone' })),
  resident: z
    .boolean()
    .default(true)
    .meta(field({ label: '是本社区居民', input: 'yesNo' })),
});
export type MemberRow = z.infer<typeof memberRow>;

export const leader = responsiblePerson.meta(
  field({ label: '负责人', question: '谁是负责人？', input: 'person', section: '人员' }),
);
export const founders = z
  .array(responsiblePerson)
  .max(50, { error: '发起人最多填 50 位' })
  .meta(
    field({
      label: '发起人',
      question: '哪些人一起发起？',
      help: '负责人也是发起人的，也要填进来',
      input: 'people',
      section: '人员',
    }),
  );
export const members = z
  .array(memberRow)
  .max(500, { error: '花名册最多填 500 人' })
  .meta(
    field({
      label: '成员花名册',
      question: '有哪些成员？',
      help: '可以一个个加，也可以整段粘贴“姓名 电话”',
      input: 'people',
      section: '人员',
    }),
  );
export const venueAddress = plainText(100)
  .min(2, { error: '请写清楚活动场所在哪里' })
  .meta(
    field({
      label: '活动场所',
      question: '平时在哪里活动？',
      help: '几个组织可以共用一个场所',
      input: 'text',
      section: '做什么',
    }),
  );
export const venueProofFiles = files(6).meta(
  field({
    label: '场所使用权证明',
    question: '场所证明拍照或选文件',
    help: '居（村）委会出的同意使用证明、租房合同都可以',
    input: 'files',
    section: '章程材料',
  }),
);
export const committeeOpinion = plainText(300)
  .optional()
  .meta(
    field({
      label: '居（村）委会意见',
      question: '居（村）委会怎么说？',
      help: '没有可以先不填，受理时由工作人员补',
      input: 'longText',
      section: '章程材料',
    }),
  );
