import Taro from '@tarojs/taro';
import { messageTemplates, type MessageTemplate } from '@shared/modules/notification/contract';
import { call } from './call';

/** Numbers of the templates, set when the mini-program is built; none in a browser. */
const templateIds: Partial<Record<MessageTemplate, string>> =
  typeof SHELIN_TEMPLATE_IDS === 'undefined' ? {} : SHELIN_TEMPLATE_IDS;

/** 请求订阅消息：WeChat asks only right at a tap, so call this first in the handler. Never fails; empty where there is nothing to ask. */
export async function askPermits(): Promise<MessageTemplate[]> {
  const wanted = messageTemplates.filter((template) => templateIds[template]);
  if (process.env.TARO_ENV !== 'weapp' || wanted.length === 0) return [];
  try {
    const answer = (await Taro.requestSubscribeMessage({
      tmplIds: wanted.map((template) => templateIds[template] ?? ''),
      entityIds: [],
    })) as unknown as Record<string, string>;
    return wanted.filter((template) => answer[templateIds[template] ?? ''] === 'accept');
  } catch {
    return [];
  }
}

/** 登记同意：one permit buys one message. A failure costs a message, not the filing. */
export async function recordPermits(accepted: MessageTemplate[]): Promise<void> {
  if (accepted.length === 0) return;
  await call('inbox.recordPermits', { accepted }).catch(() => undefined);
}
