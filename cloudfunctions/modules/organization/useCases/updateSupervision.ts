import { and, eq } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import type { UseCase } from '@functions/platform/useCase';
import { openOrganization, staffOf } from '../access';
import { presentDetail } from '../presentDetail';
import { organization } from '../tables';

const labels = {
  supervisingUnit: '业务主管（指导）单位',
  industryAuthority: '行业管理部门',
  registrar: '登记管理机关',
} as const;

/** 修改业务主管（指导）单位、行业管理部门、登记管理机关（R21、R22）。What is not given stays. */
export const updateSupervision: UseCase<'organization.updateSupervision'> = async (
  ctx,
  { organizationId, version, ...given },
) => {
  const { row, personal } = await openOrganization(ctx.tx, ctx.actor, organizationId, staffOf);
  const changed = (Object.keys(labels) as (keyof typeof labels)[]).filter(
    (key) => given[key] !== undefined && given[key] !== row[key],
  );
  const [saved] = await ctx.tx
    .update(organization)
    .set({ ...given, version: version + 1, updatedAt: ctx.now })
    .where(and(eq(organization.id, organizationId), eq(organization.version, version)))
    .returning();
  if (!saved) throw new AppError('STALE');
  ctx.audit({
    aggregate: 'organization',
    id: organizationId,
    changed: changed.map((key) => labels[key]),
    before: row,
    after: saved,
  });
  return presentDetail(ctx, saved, personal);
};
