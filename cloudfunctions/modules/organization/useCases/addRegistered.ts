import { randomUUID } from 'node:crypto';
import { AppError } from '@shared/kernel/errors';
import { covers, regionLevel } from '@shared/kernel/regionScope';
import { nameProblems } from '@shared/kernel/text';
import { usccKind } from '@shared/kernel/uscc';
import { registeredKindLabels } from '@shared/modules/organization/labels';
import { regionExists } from '@functions/modules/region/service';
import type { UseCase } from '@functions/platform/useCase';
import { nameColumns } from '../factColumns';
import { presentDetail } from '../presentDetail';
import { findOrganization } from '../repository';
import { organization } from '../tables';

const refuse = (field: string, message: string): AppError =>
  new AppError('BAD_INPUT', { fields: [{ field, message }] });

/** 录入在民政部门登记的组织：凭统一社会信用代码，一个代码一条。 */
export const addRegistered: UseCase<'organization.addRegistered'> = async (ctx, input) => {
  const { name, uscc, communityCode, category, foundedOn, supervisingUnit, industryAuthority, registrar } = input;
  const own = ctx.actor.hat.regionCode;
  const kind = usccKind(uscc);
  const [nameProblem] = nameProblems(name).filter((problem) => !problem.startsWith('名称不能超过'));
  if (nameProblem) throw refuse('name', nameProblem);
  if (kind === undefined) throw refuse('uscc', '这不是社会组织的代码（应以 51、52、53 开头），请对照登记证书核对');
  if (own === null || !covers(own, communityCode) || !regionExists(communityCode))
    throw refuse('communityCode', '这个地区不在您的辖区内，请重新选择');
  if (!['township', 'village'].includes(regionLevel(communityCode) ?? ''))
    throw refuse('communityCode', '请选到街道（乡镇）或社区（村）');
  const id = randomUUID();
  const added = await ctx.tx
    .insert(organization)
    .values({
      ...{ id, communityCode, uscc, category, foundedOn, supervisingUnit, industryAuthority, registrar },
      ...nameColumns(name),
      ...{ kind: 'registered', status: 'active', origin: 'staff', categoryLabel: registeredKindLabels[kind] },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    })
    .onConflictDoNothing({ target: organization.uscc })
    .returning({ id: organization.id });
  if (added.length === 0) throw refuse('uscc', '这个统一社会信用代码已经录入过，请在台账里查找');
  ctx.audit({ aggregate: 'organization', id, after: input });
  const found = await findOrganization(ctx.tx, id);
  if (!found) throw new AppError('NOT_FOUND');
  return { ...(await presentDetail(ctx, found.row, undefined)) };
};
