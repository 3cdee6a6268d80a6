import type { UseCase } from '@functions/platform/useCase';
import { openOrganization } from '../access';
import { presentDetail } from '../presentDetail';

/** 组织详情：本组织的人和辖区工作人员可看。 */
export const getOrganization: UseCase<'organization.get'> = async (ctx, { organizationId }) => {
  const { row, personal } = await openOrganization(ctx.tx, ctx.actor, organizationId);
  return presentDetail(ctx, row, personal);
};
