import * as z from 'zod';
import { command, query } from '@shared/kernel/contract';
import { idField, idNumberField, instantField, regionCodeField } from '@shared/kernel/fields';
import { pageInput, pageOf } from '@shared/kernel/paging';
import { plainText } from '@shared/kernel/text';
import { ruleSetData, ruleSetView } from './ruleSet';
import { filingDetail, filingLine } from './schema';
import { filingKinds, filingQueues } from './status';

const filingId = { filingId: idField };
/** The version the page showed: a save over somebody else's is refused. */
const versioned = { ...filingId, version: z.int().min(1) };
const reason = plainText(500).min(2, { error: '请写明理由' });

export const filingContract = {
  'filing.mine': query({ title: '我的备案', input: z.strictObject({ ...pageInput }), output: pageOf(filingLine) }),
  'filing.get': query({ title: '备案详情', input: z.strictObject(filingId), output: filingDetail }),
  'filing.create': command({
    title: '开始一件备案',
    input: z.strictObject({
      kind: z.enum(filingKinds),
      /** Setup: the community. Other kinds take it from the organization. */
      communityCode: regionCodeField.optional(),
      organizationId: idField.optional(),
    }),
    output: filingDetail,
  }),
  'filing.saveDraft': command({
    title: '保存草稿',
    /** Only the given fields change; half-filled values are kept as they are and checked at submission */
    input: z.strictObject({
      ...versioned,
      answers: z.record(z.string().max(40), z.json()),
      formVersion: z.int().min(1),
    }),
    output: filingDetail,
  }),
  'filing.submit': command({ title: '提交备案', input: z.strictObject(versioned), output: filingDetail }),
  'filing.withdraw': command({ title: '撤回修改', input: z.strictObject(versioned), output: filingDetail }),
  'filing.discard': command({ title: '放弃草稿', input: z.strictObject(versioned), output: z.strictObject({}) }),
  'filing.draftCharter': query({
    title: '自动生成章程',
    input: z.strictObject(filingId),
    output: z.strictObject({ charter: z.string() }),
  }),
  'filing.queue': query({
    title: '办件队列',
    input: z.strictObject({
      queue: z.enum(filingQueues),
      text: z.string().max(40).default(''),
      mineOnly: z.boolean().default(false),
      ...pageInput,
    }),
    output: pageOf(filingLine),
  }),
  'filing.queueCounts': query({
    title: '各队列件数',
    input: z.strictObject({}),
    output: z.strictObject({ counts: z.record(z.enum(filingQueues), z.int()) }),
  }),
  'filing.claim': command({ title: '认领', input: z.strictObject(versioned), output: filingDetail }),
  'filing.release': command({ title: '放回待办', input: z.strictObject(versioned), output: filingDetail }),
  'filing.accept': command({ title: '受理', input: z.strictObject(versioned), output: filingDetail }),
  'filing.acceptMany': command({
    title: '批量受理简单件',
    input: z.strictObject({ filingIds: z.array(idField).min(1).max(50) }),
    output: z.strictObject({
      results: z.array(
        z.strictObject({ filingId: z.string(), name: z.string(), accepted: z.boolean(), message: z.string() }),
      ),
    }),
  }),
  'filing.return': command({
    title: '退回补正',
    input: z.strictObject({
      ...versioned,
      fields: z
        .array(z.strictObject({ field: z.string().min(1).max(60), reason }))
        .min(1, { error: '请至少标出一项要补正的内容' })
        .max(30),
      note: plainText(500).default(''),
    }),
    output: filingDetail,
  }),
  'filing.saveReview': command({
    title: '保存审查意见',
    input: z.strictObject({
      ...versioned,
      scores: z.record(z.string().max(40), z.int().min(0).max(100)),
      opinion: plainText(1000).default(''),
      committeeOpinion: plainText(300).default(''),
    }),
    output: filingDetail,
  }),
  'filing.decideDuplicate': command({
    title: '判定重复',
    input: z.strictObject({
      ...versioned,
      key: z.string().min(8).max(60),
      verdict: z.enum(['same', 'different']),
      reason,
    }),
    output: filingDetail,
  }),
  'filing.forward': command({ title: '报送审批', input: z.strictObject(versioned), output: filingDetail }),
  'filing.countersign': command({
    title: '会签',
    input: z.strictObject({ ...versioned, agree: z.boolean(), opinion: reason }),
    output: filingDetail,
  }),
  'filing.approve': command({
    title: '同意备案',
    input: z.strictObject({ ...versioned, opinion: plainText(500).default('') }),
    output: filingDetail,
  }),
  'filing.refuse': command({
    title: '不予备案',
    input: z.strictObject({ ...versioned, reason }),
    output: filingDetail,
  }),
  'filing.reveal': command({
    title: '查看完整证件号或电话',
    input: z.strictObject({
      ...filingId,
      /** Dotted path of the answer: `leader.idNumber`, `members.3.phone` */
      path: z.string().min(1).max(60),
      reason,
    }),
    output: z.strictObject({ value: z.string() }),
    secretAnswer: true,
  }),
  'ruleSet.forRegion': query({
    title: '适用的备案办法',
    input: z.strictObject({ regionCode: regionCodeField }),
    output: ruleSetView,
  }),
  'ruleSet.list': query({
    title: '辖区内的备案办法',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(z.strictObject({ ...ruleSetView.shape, regionName: z.string(), editable: z.boolean() })),
    }),
  }),
  'ruleSet.save': command({
    title: '修改备案办法',
    /** `basedOnVersion`: the version being edited; another editor's newer version refuses this one */
    input: z.strictObject({ id: z.string().min(1).max(60), basedOnVersion: z.int().min(0), data: ruleSetData }),
    output: ruleSetView,
  }),
  'barredPerson.list': query({
    title: '禁入名单',
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        idNumberMasked: z.string(),
        reason: z.string(),
        until: z.string().nullable(),
        addedAt: instantField,
        addedByName: z.string(),
      }),
    ),
  }),
  'barredPerson.add': command({
    title: '列入禁入名单',
    input: z.strictObject({ name: plainText(20), idNumber: idNumberField, reason, until: z.iso.date().optional() }),
    output: z.strictObject({ id: z.string() }),
  }),
  'barredPerson.remove': command({
    title: '移出禁入名单',
    input: z.strictObject({ id: idField, reason }),
    output: z.strictObject({}),
  }),
};
