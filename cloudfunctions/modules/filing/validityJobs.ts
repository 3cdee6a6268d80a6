import { inArray, sql, type SQL } from 'drizzle-orm';
import { addDays } from '@shared/kernel/civilDate';
import { ancestorAt } from '@shared/kernel/regionScope';
import { renewBy } from '@shared/modules/filing/clocks';
import type { RuleSetData } from '@shared/modules/filing/ruleSet';
import { builtInRuleSets, defaultRuleSetId } from '@shared/modules/filing/ruleSets';
import { organization } from '@functions/modules/organization/tables';
import type { Ctx } from '@functions/platform/context';
import type { Job } from '@functions/platform/runJob';
import { ruleSetsAt } from './ruleSets';

const batch = 100;
/** How long before the last day for a renewal people hear of it, and how often until the filing ends. */
const noticeDays = 30;
const repeatDays = 14;

type OrganizationRow = typeof organization.$inferSelect;

const changeSome = async (ctx: Ctx, changes: SQL, condition: SQL): Promise<OrganizationRow[]> => {
  const { rows } = await ctx.tx.execute<{ id: string }>(sql`
    update organization set ${changes} where id in (
      select o.id from organization o where o.kind = 'filed' and o.status = 'active' and ${condition} order by o.id limit ${batch} for update skip locked
    ) returning id`);
  return rows.length === 0
    ? []
    : ctx.tx
        .select()
        .from(organization)
        .where(
          inArray(
            organization.id,
            rows.map(({ id }) => id),
          ),
        );
};

const factsForNotice = (row: OrganizationRow, dueOn: string) => ({
  organizationId: row.id,
  name: row.name,
  streetCode: ancestorAt(row.communityCode, 'township'),
  filingCode: row.filingCode,
  dueOn,
});

/** 有效期满没有延续的，备案到期。 */
export const lapseOrganizations: Job = {
  name: 'lapseOrganizations',
  async run(ctx) {
    const at = ctx.now.toISOString();
    const rows = await changeSome(
      ctx,
      sql`status = 'lapsed', version = version + 1, updated_at = ${at}::timestamptz`,
      sql`o.valid_to < ${ctx.today}`,
    );
    for (const row of rows) {
      ctx.audit({
        aggregate: 'organization',
        id: row.id,
        action: 'organization.lapsed',
        note: `有效期至 ${row.validTo}`,
      });
      await ctx.emit('organization.lapsed', factsForNotice(row, row.validTo ?? ''));
    }
    return rows.length;
  },
};

interface RulesInUse {
  id: string | null;
  version: number | null;
  [column: string]: unknown;
}

/** The rules under which the active organizations were filed; imported ones follow the default. */
async function rulesInUse(ctx: Ctx): Promise<{ reference: RulesInUse; data: RuleSetData }[]> {
  const { rows } = await ctx.tx.execute<RulesInUse>(sql`
    select distinct rule_set_id as id, rule_set_version as version from organization
    where kind = 'filed' and status = 'active' and valid_to is not null`);
  const known = rows.flatMap(({ id, version }) => (id === null || version === null ? [] : [{ id, version }]));
  const rulesOf = await ruleSetsAt(ctx.tx, known);
  const byDefault = builtInRuleSets.find(({ id }) => id === defaultRuleSetId);
  return rows.flatMap((reference) => {
    const set =
      reference.id === null || reference.version === null
        ? byDefault
        : rulesOf({ id: reference.id, version: reference.version });
    return set ? [{ reference, data: set.data }] : [];
  });
}

/** 有效期快满的，提醒负责人办延续（湘潭：满期前 15 日申请）。 */
export const remindRenewal: Job = {
  name: 'remindRenewal',
  async run(ctx) {
    for (const { reference, data } of await rulesInUse(ctx)) {
      const rows = await changeSome(
        ctx,
        sql`reminded_on = ${ctx.today}`,
        sql`o.rule_set_id is not distinct from ${reference.id}::text and o.rule_set_version is not distinct from ${reference.version}::int
          and o.valid_to >= ${ctx.today} and o.valid_to <= ${addDays(ctx.today, data.renewBeforeDays + noticeDays)}
          and (o.reminded_on is null or o.reminded_on <= ${addDays(ctx.today, -repeatDays)})`,
      );
      for (const row of rows)
        await ctx.emit('organization.renewalDue', factsForNotice(row, renewBy(data, row.validTo ?? ctx.today)));
      if (rows.length > 0) return rows.length;
    }
    return 0;
  },
};
