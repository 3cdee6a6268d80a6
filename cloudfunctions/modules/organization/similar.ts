import { sql } from 'drizzle-orm';
import type { RegionCode } from '@shared/kernel/regionScope';
import { organizationStatusLabels } from '@shared/modules/organization/labels';
import type { OrganizationKind, OrganizationStatus } from '@shared/modules/organization/schema';
import type { Tx } from '@functions/platform/database';

/** What makes two records suspect of being one organization. */
export interface SimilarQuery {
  communityCode: RegionCode;
  nameFolded: string;
  leaderIdNumber?: string | null;
  leaderPhone?: string | null;
  /** The organization itself, when it is changed or renewed */
  exceptId?: string | null;
}

/** 疑似重复的组织，供并排比对。The phone is whole: whoever shows it masks it. */
export interface SimilarOrganization {
  id: string;
  kind: OrganizationKind;
  name: string;
  communityCode: RegionCode;
  categoryLabel: string | null;
  leaderName: string | null;
  leaderPhone: string | null;
  filingCode: string | null;
  status: OrganizationStatus;
  statusLabel: string;
  foundedOn: string | null;
  memberCount: number | null;
  origin: string;
  /** 「同一社区同名」「同一社区名称相近」「负责人相同」「负责人电话相同」 */
  reasons: string[];
}

interface Found extends Omit<SimilarOrganization, 'statusLabel' | 'reasons'> {
  sameName: boolean;
  nearName: boolean;
  sameLeader: boolean;
  samePhone: boolean;
  [column: string]: unknown;
}

/** Shown beside a case at most. */
const similarMax = 20;
/** Shorter names are part of too many others. */
const nearNameMin = 3;

/** Organizations not cancelled that may be the same: same or contained name in the community, same leader. Strongest suspicion first. */
export async function findSimilar(tx: Tx, query: SimilarQuery): Promise<SimilarOrganization[]> {
  const { communityCode, nameFolded } = query;
  const idNumber = query.leaderIdNumber || null;
  const phone = query.leaderPhone || null;
  // One name inside the other, both long enough to say something.
  const near = sql`(
    (length(o.name_folded) >= ${nearNameMin} and position(o.name_folded in ${nameFolded}::text) > 0)
    or (${nameFolded.length}::int >= ${nearNameMin} and position(${nameFolded}::text in o.name_folded) > 0))`;
  const { rows } = await tx.execute<Found>(sql`
    with candidate as (
      select o.id from organization o
      where o.community_code = ${communityCode} and o.status <> 'cancelled' and (o.name_folded = ${nameFolded} or ${near})
      union select organization_id from organization_personal where leader_id_number = ${idNumber}::text
      union select organization_id from organization_personal where leader_phone = ${phone}::text
    ), judged as (
      select o.id, o.kind, o.name, o.community_code as "communityCode", o.category_label as "categoryLabel",
        p.leader_name as "leaderName", p.leader_phone as "leaderPhone", o.filing_code as "filingCode", o.status,
        o.founded_on as "foundedOn", o.member_count as "memberCount", o.origin,
        o.community_code = ${communityCode} and o.name_folded = ${nameFolded} as "sameName",
        o.community_code = ${communityCode} and o.name_folded <> ${nameFolded} and ${near} as "nearName",
        coalesce(p.leader_id_number = ${idNumber}::text, false) as "sameLeader",
        coalesce(p.leader_phone = ${phone}::text, false) as "samePhone"
      from candidate join organization o using (id) left join organization_personal p on p.organization_id = o.id
      where o.status <> 'cancelled' and o.id is distinct from ${query.exceptId ?? null}::uuid
    )
    select * from judged order by "sameName" desc, "sameLeader" desc, "nearName" desc, id limit ${similarMax}`);
  return rows.map(({ sameName, nearName, sameLeader, samePhone, ...found }) => ({
    ...found,
    statusLabel: organizationStatusLabels[found.status],
    reasons: [
      ...(sameName ? ['同一社区同名'] : []),
      ...(nearName ? ['同一社区名称相近'] : []),
      ...(sameLeader ? ['负责人相同'] : []),
      ...(samePhone && !sameLeader ? ['负责人电话相同'] : []),
    ],
  }));
}

/** Names of the active organizations a person leads, for the limit of posts. */
export async function leadsOf(tx: Tx, idNumber: string, exceptOrganizationId?: string | null): Promise<string[]> {
  if (idNumber === '') return [];
  const { rows } = await tx.execute<{ name: string }>(sql`
    select o.name from organization_personal p join organization o on o.id = p.organization_id
    where p.leader_id_number = ${idNumber} and o.status = 'active' and o.id is distinct from ${exceptOrganizationId ?? null}::uuid
    order by o.name`);
  return rows.map(({ name }) => name);
}
