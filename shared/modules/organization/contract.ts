import * as z from 'zod';
import { command, query } from '@shared/kernel/contract';
import { idField, instantField, regionCodeField } from '@shared/kernel/fields';
import { plainText } from '@shared/kernel/text';
import { isUscc } from '@shared/kernel/uscc';
import { organizationDetail, organizationPublic, selfCheckAnswer } from './schema';

const organizationId = { organizationId: idField };

export const organizationContract = {
  'organization.get': query({ title: '组织详情', input: z.strictObject(organizationId), output: organizationDetail }),
  'organization.mine': query({
    title: '我的组织',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(organizationDetail) }),
  }),
  'organization.publicCheck': query({
    title: '查一查这个组织是不是真的',
    /** 备案编号、统一社会信用代码，或名称的一部分 */
    input: z.strictObject({ text: z.string().max(60) }),
    output: z.strictObject({ items: z.array(organizationPublic), checkedAt: instantField }),
  }),
  'organization.counts': query({
    title: '登记与备案两本账的数量',
    input: z.strictObject({ regionCode: regionCodeField.optional() }),
    output: z.strictObject({
      regionName: z.string(),
      registered: z.int(),
      filed: z.int(),
      byCategory: z.array(z.strictObject({ label: z.string(), count: z.int() })),
      byChild: z.array(z.strictObject({ code: z.string(), name: z.string(), registered: z.int(), filed: z.int() })),
    }),
  }),
  'organization.addRegistered': command({
    title: '录入登记的组织',
    input: z.strictObject({
      name: plainText(60).min(3),
      uscc: z.string().refine(isUscc, { error: '统一社会信用代码不对，请对照证书核对 18 位' }),
      communityCode: regionCodeField,
      category: z.string().max(40).optional(),
      foundedOn: z.iso.date().optional(),
      supervisingUnit: plainText(60).optional(),
      industryAuthority: plainText(60).optional(),
      registrar: plainText(60).optional(),
    }),
    output: organizationDetail,
  }),
  'organization.updateSupervision': command({
    title: '修改主管和行业部门',
    input: z.strictObject({
      ...organizationId,
      version: z.int().min(1),
      supervisingUnit: plainText(60).optional(),
      industryAuthority: plainText(60).optional(),
      registrar: plainText(60).optional(),
    }),
    output: organizationDetail,
  }),
  'organization.selfCheck': command({
    title: '运行规范自查',
    input: z.strictObject({ ...organizationId, answers: z.record(z.string().max(40), selfCheckAnswer) }),
    output: organizationDetail,
  }),
  'certificate.link': command({
    title: '取备案证',
    input: z.strictObject(organizationId),
    output: z.strictObject({ url: z.string(), expiresAt: instantField }),
  }),
};
