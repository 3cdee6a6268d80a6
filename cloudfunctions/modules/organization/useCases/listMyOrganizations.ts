import type { UseCase } from '@functions/platform/useCase';
import { presentDetail } from '../presentDetail';
import { findOrganization } from '../repository';

/** 我的组织：我任负责人或成员的，不论现在戴哪顶帽子。 */
export const listMyOrganizations: UseCase<'organization.mine'> = async (ctx) => {
  const ids = [...new Set(ctx.actor.grants.flatMap(({ organizationId }) => organizationId ?? []))];
  const items = [];
  for (const id of ids) {
    const found = await findOrganization(ctx.tx, id);
    if (found) items.push(await presentDetail(ctx, found.row, found.personal));
  }
  return { items };
};
