import * as z from 'zod';
import { regionCodeField } from '@shared/kernel/fields';
import { plainText } from '@shared/kernel/text';

/** A text that says something. */
const words = (max: number) => plainText(max).min(1, { error: '请不要留空' });

const clock = z.strictObject({ amount: z.int().min(1).max(365), unit: z.enum(['day', 'workday']) });
export type Clock = z.infer<typeof clock>;

/** 条件：规则是数据，说明依据。`count`：某个名单至少几人；`filled`：某项必填；`files`：某项材料必传；`nameEnding`：名称用规定的字结尾。 */
const condition = z.discriminatedUnion('kind', [
  z.strictObject({
    id: z.string().max(40),
    kind: z.literal('count'),
    field: z.enum(['founders', 'members']),
    min: z.int().min(0).max(1000),
    /** 只对某一类组织适用（广东分联合类、服务类） */
    groupType: z.enum(['association', 'service']).optional(),
    source: words(200),
  }),
  z.strictObject({ id: z.string().max(40), kind: z.literal('filled'), field: z.string().max(40), source: words(200) }),
  z.strictObject({
    id: z.string().max(40),
    kind: z.literal('nameEnding'),
    endings: z.array(words(6)).min(1).max(20),
    source: words(200),
  }),
]);
export type RuleCondition = z.infer<typeof condition>;

const material = z.strictObject({
  id: z.string().max(40),
  label: words(30),
  /** The form field that carries it */
  field: z.string().max(40),
  source: words(200),
});

const checklistItem = z.strictObject({ id: z.string().max(40), label: words(60), maxScore: z.int().min(1).max(100) });
export type ChecklistItem = z.infer<typeof checklistItem>;

export const categoryItem = z.strictObject({ code: z.string().min(1).max(40), label: words(20) });

/** 一个地方的备案办法：数据，不是代码。改动产生新版本，在办件沿用开始时的版本。 */
export const ruleSetData = z.strictObject({
  title: words(60),
  /** 适用地区；下级没有自己的办法时沿用上级的 */
  regionCode: regionCodeField,
  effectiveOn: z.iso.date(),
  source: words(300),
  categories: z.array(categoryItem).min(1).max(20),
  groupTypes: z.boolean(),
  conditions: z.array(condition).max(40),
  materials: z.array(material).max(20),
  clocks: z.strictObject({
    /** 提交后多久内受理或退回 */
    accept: clock,
    /** 受理后多久内作出决定 */
    decide: clock,
    /** 退回后申请人多久内补正 */
    correct: clock,
  }),
  validYears: z.int().min(1).max(10),
  /** 有效期满前多少日申请延续 */
  renewBeforeDays: z.int().min(0).max(180),
  /** 备案编号格式：{region6} {region9} {year} {seq4} {kind} */
  codeFormat: z
    .string()
    .min(4)
    .max(60)
    .regex(/\{seq\d\}/, { error: '编号格式里要有流水号，如 {seq4}' }),
  countersign: z.enum(['required', 'notRequired']),
  checklist: z.array(checklistItem).min(1).max(20),
  /** 审查总分达到多少才可同意 */
  passScore: z.int().min(0).max(1000),
  leaderAge: z.strictObject({ min: z.int().min(16).max(80), max: z.int().min(18).max(100) }),
  /** 一人最多担任几个组织的负责人 */
  leaderPostsMax: z.int().min(1).max(20),
});
export type RuleSetData = z.infer<typeof ruleSetData>;

export const ruleSetView = z.strictObject({ id: z.string(), version: z.int(), data: ruleSetData });
export type RuleSet = z.infer<typeof ruleSetView>;
