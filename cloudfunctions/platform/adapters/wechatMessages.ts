import type { CloudBase } from '@cloudbase/node-sdk';
import type { MessageTemplate } from '@shared/modules/notification/contract';
import type { MessagePort } from '../ports';

/** Subscribe messages through the environment's WeChat binding. Template numbers come from the environment. */
export const wechatMessages = (app: CloudBase, templateIds: Partial<Record<MessageTemplate, string>>): MessagePort => ({
  async sendSubscribe({ openid, template, page, data }) {
    const requestData = {
      touser: openid,
      templateId: templateIds[template] ?? template,
      ...(page ? { page: page.replace(/^\//, '') } : {}),
      data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value: value.slice(0, 20) }])),
    };
    const answer = (await app.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData })) as {
      code?: string;
      message?: string;
      result?: { errcode?: number; errCode?: number };
    };
    const failure = answer.code ?? answer.result?.errCode ?? answer.result?.errcode ?? 0;
    if (failure !== 0) throw new Error(`subscribeMessage.send: ${String(failure)}`);
  },
});
