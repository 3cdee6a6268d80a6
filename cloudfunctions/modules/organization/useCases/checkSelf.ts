import { eq, sql } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import { selfCheckItems, selfCheckResult } from '@shared/modules/organization/selfCheck';
import type { UseCase } from '@functions/platform/useCase';
import { openOrganization } from '../access';
import { presentDetail } from '../presentDetail';
import { organization } from '../tables';

/** 运行规范自查（R13）：负责人逐项回答，缺的给出怎么补。 */
export const checkSelf: UseCase<'organization.selfCheck'> = async (ctx, { organizationId, answers }) => {
  const own = ctx.actor.hat.organizationId === organizationId;
  const { row, personal } = await openOrganization(ctx.tx, ctx.actor, organizationId, () => own);
  if (row.status === 'cancelled') throw new AppError('NOT_ALLOWED_NOW');
  const missing = selfCheckItems.filter(({ id }) => answers[id] === undefined);
  if (missing.length > 0)
    throw new AppError('BAD_INPUT', {
      fields: missing.slice(0, 5).map(({ id }) => ({ field: `answers.${id}`, message: '请选择一个答案' })),
    });
  const kept = Object.fromEntries(selfCheckItems.map(({ id }) => [id, answers[id] ?? 'unsure']));
  const [saved] = await ctx.tx
    .update(organization)
    .set({
      selfCheck: { checkedOn: ctx.today, answers: kept },
      version: sql`${organization.version} + 1`,
      updatedAt: ctx.now,
    })
    .where(eq(organization.id, organizationId))
    .returning();
  const { met, total } = selfCheckResult(kept);
  ctx.audit({ aggregate: 'organization', id: organizationId, note: `${total} 项中做到 ${met} 项`, after: kept });
  return presentDetail(ctx, saved ?? row, personal);
};
