import { prepared } from '@functions/platform/useCase';
import { ensureUser, openSession } from '../identify';

/** 微信登录：登录码换 openid（在事务外），开一个会话。 */
export const wechatLogin = prepared<'session.wechatLogin', string>({
  before: (outside, { code }) => outside.ports.identity.openidOfCode(code),
  async run(ctx, _, openid) {
    const userId = await ensureUser(ctx.tx, openid, ctx.now);
    ctx.audit({ aggregate: 'user', id: userId });
    return { token: await openSession(ctx.tx, userId, ctx.now) };
  },
});
