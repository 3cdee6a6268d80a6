import { AppError } from '@shared/kernel/errors';
import { normalizePhone } from '@shared/kernel/phone';
import { roleLabels } from '@shared/modules/user/labels';
import { grantProblem, mayGrant } from '@shared/modules/user/rules';
import { findRegionName } from '@functions/modules/region/service';
import type { UseCase } from '@functions/platform/useCase';
import { presentGrants } from '../presenter';
import { findGrant, organizationRegion } from '../repository';
import { giveGrant, usersWithPhones } from '../service';

/** 授予身份：按手机号找人，下一次请求即生效。 */
export const grantRole: UseCase<'grant.give'> = async (
  ctx,
  { phone, role, regionCode = null, organizationId = null, validTo },
) => {
  const target = { role, regionCode, organizationId };
  const problem = grantProblem(target);
  if (problem) throw new AppError('BAD_INPUT', { fields: [{ field: 'regionCode', message: problem }] });
  if (regionCode !== null && findRegionName(regionCode) === undefined)
    throw new AppError('BAD_INPUT', { fields: [{ field: 'regionCode', message: '没有这个地区，请从列表里选择' }] });
  const [receiver] = await usersWithPhones(ctx.tx, [normalizePhone(phone)]);
  if (!receiver)
    throw new AppError('BAD_INPUT', {
      fields: [{ field: 'phone', message: '还没有人用这个手机号，请他先登录并在“我的”里填手机号' }],
    });
  const place = await organizationRegion(ctx.tx, organizationId);
  if (!mayGrant(ctx.actor, { ...target, organizationRegion: place }, receiver.id))
    throw new AppError('FORBIDDEN', { message: '您不能授予这个身份，请联系上级或系统管理员' });
  if (validTo !== undefined && validTo < ctx.today)
    throw new AppError('BAD_INPUT', { fields: [{ field: 'validTo', message: '有效期要在今天之后' }] });
  const grantId = await giveGrant(ctx, { userId: receiver.id, ...target, validTo: validTo ?? null });
  await ctx.emit('grant.given', { grantId, userId: receiver.id, role: roleLabels[role] });
  const row = await findGrant(ctx.tx, grantId);
  const [view] = await presentGrants(ctx.tx, row ? [row] : []);
  if (!view) throw new AppError('INTERNAL');
  return view;
};
