import type { UseCase } from '@functions/platform/useCase';
import { presentGrants } from '../presenter';
import { listGrants as findGrants } from '../repository';

/** 授权名单。 */
export const listGrants: UseCase<'grant.list'> = async (ctx, { text, page, pageSize }) => {
  const rows = await findGrants(ctx.tx, ctx.actor, text, page, pageSize);
  const items = await presentGrants(ctx.tx, rows.slice(0, pageSize));
  return { items, page, pageSize, total: (page - 1) * pageSize + items.length, totalIsExact: rows.length <= pageSize };
};
