import { randomUUID } from 'node:crypto';
import { and, count, eq } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import { foldText } from '@shared/kernel/text';
import { filingFormVersion } from '@shared/modules/filing/forms';
import { filingKindLabels } from '@shared/modules/filing/labels';
import type { FilingKind } from '@shared/modules/filing/status';
import { factsOf, type OrganizationFacts } from '@functions/modules/organization/service';
import type { Ctx } from '@functions/platform/context';
import type { UseCase } from '@functions/platform/useCase';
import type { Answers } from '../answers';
import { requireCommunity, streetOf } from '../place';
import { presentAnew } from '../presentFiling';
import { ruleSetFor } from '../ruleSets';
import { filing, filingPersonal } from '../tables';

/** Nobody fills in more at a time; a script would. */
const draftsMax = 20;

/** The organization, if this person leads it; a foreign one is as good as absent. */
async function ledOrganization(ctx: Ctx, organizationId: string | undefined): Promise<OrganizationFacts> {
  const leads = ctx.actor.grants.some((grant) => grant.role === 'orgLeader' && grant.organizationId === organizationId);
  const organization = leads && organizationId ? await factsOf(ctx.tx, organizationId) : undefined;
  if (!organization || organization.kind !== 'filed')
    throw new AppError('NOT_FOUND', { message: '没有找到这个组织，请在“我的组织”里选一个再办' });
  return organization;
}

function checkStatus(kind: FilingKind, { status }: OrganizationFacts): void {
  if (status === 'cancelled') throw new AppError('NOT_ALLOWED_NOW', { message: '这个组织已经注销，不能再办这件事' });
  if (status === 'lapsed' && kind === 'change')
    throw new AppError('NOT_ALLOWED_NOW', { message: '备案已到期，请先办延续再办变更' });
}

/** A renewal starts from what is known; the leader only looks it over. */
function firstAnswers(kind: FilingKind, communityCode: string, organization: OrganizationFacts | undefined): Answers {
  if (kind === 'setup') return { communityCode };
  if (kind !== 'renewal' || !organization) return {};
  const { leader, members, venueAddress } = organization;
  return {
    ...(leader.name && { leader }),
    ...(members.length > 0 && { members }),
    ...(venueAddress && { venueAddress }),
  };
}

async function checkDrafts(ctx: Ctx, applicantId: string): Promise<void> {
  const [drafts] = await ctx.tx
    .select({ count: count() })
    .from(filing)
    .where(and(eq(filing.applicantId, applicantId), eq(filing.status, 'draft')));
  if ((drafts?.count ?? 0) >= draftsMax)
    throw new AppError('TOO_MANY', { message: '草稿太多了，请先提交或放弃几份再新建' });
}

/** 开始一件备案：设立由任何居民开始，变更、延续、注销由组织负责人开始。 */
export const createFiling: UseCase<'filing.create'> = async (ctx, { kind, communityCode, organizationId }) => {
  const applicantId = ctx.actor.userId;
  if (applicantId === null) throw new AppError('UNAUTHENTICATED');
  await checkDrafts(ctx, applicantId);
  const organization = kind === 'setup' ? undefined : await ledOrganization(ctx, organizationId);
  if (organization) checkStatus(kind, organization);
  const community = organization?.communityCode ?? requireCommunity(communityCode);
  const rules = await ruleSetFor(ctx.tx, community, ctx.today);
  const id = randomUUID();
  const name = organization?.name ?? '';
  const inserted = await ctx.tx
    .insert(filing)
    .values({
      id,
      kind,
      status: 'draft',
      communityCode: community,
      streetCode: streetOf(community),
      applicantId,
      organizationId: organization?.id ?? null,
      name,
      nameFolded: foldText(name),
      category: organization?.category || null,
      ruleSetId: rules.id,
      ruleSetVersion: rules.version,
      formVersion: filingFormVersion,
      countersign: 'notRequired',
      filingCode: organization?.filingCode ?? null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: filing.id });
  if (inserted.length === 0)
    throw new AppError('NOT_ALLOWED_NOW', {
      message: `这个组织已有一件${filingKindLabels[kind]}在办，请在“我的备案”里接着办`,
    });
  const answers = firstAnswers(kind, community, organization);
  await ctx.tx.insert(filingPersonal).values({ filingId: id, streetCode: streetOf(community), answers });
  ctx.audit({ aggregate: 'filing', id, after: { kind, community, ruleSet: `${rules.id}@${rules.version}` } });
  return presentAnew(ctx, id);
};
