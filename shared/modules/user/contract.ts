import * as z from 'zod';
import { command, query } from '@shared/kernel/contract';
import { idField } from '@shared/kernel/fields';
import { pageInput, pageOf } from '@shared/kernel/paging';
import { plainText } from '@shared/kernel/text';
import { grantInput, grantView, sessionView } from './schema';
import { phoneField } from '@shared/kernel/fields';

export const userContract = {
  'session.me': query({ title: '我是谁', input: z.strictObject({}), output: sessionView }),
  'session.wechatLogin': command({
    title: '微信登录',
    input: z.strictObject({ code: z.string().min(1).max(200) }),
    output: z.strictObject({ token: z.string() }),
    secretAnswer: true,
  }),
  'session.logout': command({ title: '退出登录', input: z.strictObject({}), output: z.strictObject({}) }),
  'user.updateProfile': command({
    title: '修改个人资料',
    input: z.strictObject({
      name: plainText(20).optional(),
      phone: phoneField.optional(),
      elderMode: z.boolean().optional(),
    }),
    output: sessionView,
  }),
  'grant.list': query({
    title: '授权名单',
    input: z.strictObject({ text: z.string().max(40).default(''), ...pageInput }),
    output: pageOf(grantView),
  }),
  'grant.give': command({ title: '授予身份', input: grantInput, output: grantView }),
  'grant.withdraw': command({ title: '收回身份', input: z.strictObject({ grantId: idField }), output: grantView }),
};
