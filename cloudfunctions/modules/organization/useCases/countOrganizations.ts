import { sql } from 'drizzle-orm';
import { covers, regionPrefix } from '@shared/kernel/regionScope';
import { childrenOf, regionName } from '@functions/modules/region/service';
import type { UseCase } from '@functions/platform/useCase';
import { directoryConditions } from '../directory';
import { narrowedRegion } from '../scope';

interface Group {
  part: string;
  kind: 'registered' | 'filed';
  label: string | null;
  count: number;
  [column: string]: unknown;
}

const sum = (groups: readonly Group[]): number => groups.reduce((total, { count }) => total + count, 0);
const bothOf = (groups: readonly Group[]) => ({
  registered: sum(groups.filter(({ kind }) => kind === 'registered')),
  filed: sum(groups.filter(({ kind }) => kind === 'filed')),
});

/** 登记与备案两本账各有多少有效的组织，按类别、按下级地区。 */
export const countOrganizations: UseCase<'organization.counts'> = async (ctx, input) => {
  const regionCode = narrowedRegion(ctx.actor, input.regionCode);
  const children = childrenOf(regionCode);
  const digits = Math.max(0, ...children.map(({ code }) => regionPrefix(code).length));
  const { rows } = await ctx.tx.execute<Group>(sql`
    select left(community_code, ${digits}) as part, kind, category_label as label, count(*)::int as count
    from organization where ${directoryConditions({ regionCode, status: 'active' })} group by 1, 2, 3`);
  const labels = [...new Set(rows.map(({ label }) => label ?? '未分类'))];
  return {
    regionName: regionName(regionCode),
    ...bothOf(rows),
    byCategory: labels
      .map((label) => ({ label, count: sum(rows.filter((row) => (row.label ?? '未分类') === label)) }))
      .sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1)),
    byChild: children.map(({ code, name }) => ({
      code,
      name,
      ...bothOf(rows.filter(({ part }) => covers(code, part.padEnd(12, '0')))),
    })),
  };
};
