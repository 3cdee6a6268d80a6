import type { CloudBase } from '@cloudbase/node-sdk';
import { AppError } from '@shared/kernel/errors';
import type { IdentityPort } from '../ports';

interface SessionAnswer {
  openid?: string;
  errcode?: number;
}

/** `code2Session` by the environment's own WeChat binding (wx.openApi), or over HTTPS with an AppSecret where there is none. */
export const wechatIdentity = (app: CloudBase, appId: string, appSecret: string): IdentityPort => ({
  async openidOfCode(code) {
    const answer = appSecret === '' ? await overOpenApi(app, code) : await overHttps(appId, appSecret, code);
    if (!answer.openid) throw new AppError('UNAUTHENTICATED', { message: '微信登录没有成功，请重新打开小程序再试' });
    return answer.openid;
  },
});

async function overOpenApi(app: CloudBase, code: string): Promise<SessionAnswer> {
  const answer = (await app.callWxOpenApi({ apiName: 'auth.code2Session', requestData: { js_code: code } })) as {
    code?: string;
    result?: SessionAnswer;
  };
  if (answer.code) throw new AppError('UNAVAILABLE');
  return answer.result ?? {};
}

async function overHttps(appId: string, secret: string, code: string): Promise<SessionAnswer> {
  const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' });
  const reply = await fetch(`https://api.weixin.qq.com/sns/jscode2session?${query}`, {
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  if (!reply?.ok) throw new AppError('UNAVAILABLE');
  return (await reply.json()) as SessionAnswer;
}
