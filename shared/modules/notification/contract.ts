import * as z from 'zod';
import { command, query } from '@shared/kernel/contract';
import { idField, instantField } from '@shared/kernel/fields';
import { pageInput, pageOf } from '@shared/kernel/paging';

export const inboxMessage = z.strictObject({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  /** Page to open, with its query; null when there is nothing to do */
  link: z.string().nullable(),
  createdAt: instantField,
  readAt: instantField.nullable(),
});
export type InboxMessage = z.infer<typeof inboxMessage>;

/** 订阅消息模板：一次同意换一条消息。 */
export const messageTemplates = ['filingProgress', 'filingDeadline'] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

export const notificationContract = {
  'inbox.list': query({ title: '我的消息', input: z.strictObject({ ...pageInput }), output: pageOf(inboxMessage) }),
  'inbox.markRead': command({
    title: '标为已读',
    /** Without ids: all */
    input: z.strictObject({ messageIds: z.array(idField).max(100).optional() }),
    output: z.strictObject({ unread: z.int() }),
  }),
  'inbox.recordPermits': command({
    title: '登记订阅授权',
    input: z.strictObject({ accepted: z.array(z.enum(messageTemplates)).max(3) }),
    output: z.strictObject({ left: z.array(z.strictObject({ template: z.enum(messageTemplates), count: z.int() })) }),
  }),
};
