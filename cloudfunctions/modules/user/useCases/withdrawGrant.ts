import { and, eq, isNull } from 'drizzle-orm';
import type { GrantableRole } from '@shared/kernel/actor';
import { AppError } from '@shared/kernel/errors';
import { roleLabels } from '@shared/modules/user/labels';
import { mayGrant } from '@shared/modules/user/rules';
import type { UseCase } from '@functions/platform/useCase';
import { presentGrants } from '../presenter';
import { findGrant, organizationRegion } from '../repository';
import { roleGrant } from '../tables';

/** 收回身份：下一次请求即失效。 */
export const withdrawGrant: UseCase<'grant.withdraw'> = async (ctx, { grantId }) => {
  const grant = await findGrant(ctx.tx, grantId);
  if (!grant) throw new AppError('NOT_FOUND');
  const target = {
    role: grant.role as GrantableRole,
    regionCode: grant.regionCode,
    organizationId: grant.organizationId,
  };
  // Who may not give it is told that there is none.
  const place = await organizationRegion(ctx.tx, grant.organizationId);
  if (!mayGrant(ctx.actor, { ...target, organizationRegion: place }, grant.userId)) throw new AppError('NOT_FOUND');
  await ctx.tx
    .update(roleGrant)
    .set({ withdrawnAt: ctx.now })
    .where(and(eq(roleGrant.id, grantId), isNull(roleGrant.withdrawnAt)));
  ctx.audit({ aggregate: 'grant', id: grantId, before: target });
  await ctx.emit('grant.withdrawn', { grantId, userId: grant.userId, role: roleLabels[target.role] });
  const row = await findGrant(ctx.tx, grantId);
  const [view] = await presentGrants(ctx.tx, row ? [row] : []);
  if (!view) throw new AppError('INTERNAL');
  return view;
};
