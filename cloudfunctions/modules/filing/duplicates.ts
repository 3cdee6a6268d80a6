import { eq, sql } from 'drizzle-orm';
import { maskPhone } from '@shared/kernel/mask';
import { ancestorAt, scopeRange } from '@shared/kernel/regionScope';
import { foldText } from '@shared/kernel/text';
import { filingStatusLabels } from '@shared/modules/filing/labels';
import type { DuplicateCandidate } from '@shared/modules/filing/schema';
import type { FilingKind, FilingStatus } from '@shared/modules/filing/status';
import { findRegionName } from '@functions/modules/region/service';
import { findSimilar } from '@functions/modules/organization/service';
import type { Tx } from '@functions/platform/database';
import { valueAt, type Answers } from './answers';
import { duplicateVerdict } from './tables';

/** The case as the duplicate check reads it. */
export interface Suspect {
  id: string;
  kind: FilingKind;
  communityCode: string;
  organizationId: string | null;
  nameFolded: string;
  answers: Answers;
}

const textAt = (answers: Answers, path: string): string | null => {
  const value = valueAt(answers, path);
  return typeof value === 'string' && value !== '' ? value : null;
};

type Found = Omit<DuplicateCandidate, 'verdict'>;

async function similarOrganizations(
  tx: Tx,
  suspect: Suspect,
): Promise<(Found & { sameName: boolean; filed: boolean })[]> {
  const isSetup = suspect.kind === 'setup';
  const rows = await findSimilar(tx, {
    communityCode: suspect.communityCode,
    nameFolded: suspect.nameFolded,
    // A change is checked for its new name only: its leader is known to lead this very organization.
    leaderIdNumber: isSetup ? textAt(suspect.answers, 'leader.idNumber') : null,
    leaderPhone: isSetup ? textAt(suspect.answers, 'leader.phone') : null,
    exceptId: suspect.organizationId,
  });
  return rows.map((row) => ({
    key: `organization:${row.id}`,
    source: 'organization' as const,
    name: row.name,
    communityName: findRegionName(row.communityCode) ?? '',
    categoryLabel: row.categoryLabel,
    leaderName: row.leaderName,
    leaderPhoneMasked: row.leaderPhone && maskPhone(row.leaderPhone),
    filingCode: row.filingCode,
    statusLabel: row.statusLabel,
    foundedOn: row.foundedOn,
    reasons: row.reasons,
    sameName: row.communityCode === suspect.communityCode && foldText(row.name) === suspect.nameFolded,
    filed: row.origin === 'filing' && row.status === 'active',
  }));
}

interface FoundFiling {
  id: string;
  name: string;
  status: FilingStatus;
  community: string;
  leader: string | null;
  phone: string | null;
  founded: string | null;
  sameName: boolean;
  sameLeader: boolean;
  [column: string]: unknown;
}

/** Other set-ups on their way: same name in the community, or same leader in the county (further ones are none of this office's business). */
async function similarFilings(tx: Tx, suspect: Suspect): Promise<Found[]> {
  const idNumber = textAt(suspect.answers, 'leader.idNumber');
  const phone = textAt(suspect.answers, 'leader.phone');
  const { lo, hi } = scopeRange(ancestorAt(suspect.communityCode, 'county'));
  const { rows } = await tx.execute<FoundFiling>(sql`
    with candidate as (
      select id from filing where community_code = ${suspect.communityCode} and name_folded = ${suspect.nameFolded}
        and kind = 'setup' and status in ('submitted', 'accepted', 'underReview', 'returned')
      union select filing_id from filing_personal where leader_id_number = ${idNumber}::text
      union select filing_id from filing_personal where leader_phone = ${phone}::text
    )
    select f.id, f.name, f.status, f.community_code as community, p.answers #>> '{leader,name}' as leader, p.leader_phone as phone,
      p.answers ->> 'foundedOn' as founded,
      f.community_code = ${suspect.communityCode} and f.name_folded = ${suspect.nameFolded} as "sameName",
      coalesce(p.leader_id_number = ${idNumber}::text or p.leader_phone = ${phone}::text, false) as "sameLeader"
    from candidate join filing f using (id) join filing_personal p on p.filing_id = f.id
    where f.id <> ${suspect.id}::uuid and f.kind = 'setup' and f.status in ('submitted', 'accepted', 'underReview', 'returned')
      and f.street_code >= ${lo} and f.street_code < ${hi}
    order by "sameName" desc, f.created_at, f.id limit 20`);
  return rows.map((row) => ({
    key: `filing:${row.id}`,
    source: 'filing' as const,
    name: row.name,
    communityName: findRegionName(row.community) ?? '',
    categoryLabel: null,
    leaderName: row.leader,
    leaderPhoneMasked: row.phone && maskPhone(row.phone),
    filingCode: null,
    statusLabel: filingStatusLabels[row.status],
    foundedOn: row.founded,
    reasons: [...(row.sameName ? ['同一社区同名'] : []), ...(row.sameLeader ? ['负责人相同'] : [])],
  }));
}

/** True for cases whose name has to be free: a set-up, or a change that brings a new name. */
export const needsDuplicateCheck = ({ kind, answers }: Pick<Suspect, 'kind' | 'answers'>): boolean =>
  kind === 'setup' || (kind === 'change' && textAt(answers, 'name') !== null);

/** 疑似重复的记录，不含判定。 */
export async function suspectedRecords(tx: Tx, suspect: Suspect): Promise<Found[]> {
  if (!needsDuplicateCheck(suspect)) return [];
  const organizations = await similarOrganizations(tx, suspect);
  const filings = suspect.kind === 'setup' ? await similarFilings(tx, suspect) : [];
  return [...organizations.map(({ sameName: _name, filed: _filed, ...found }) => found), ...filings];
}

/** An organization whose filed name this is already; a set-up may take over an imported record, but never a filed one. */
export async function nameHolder(tx: Tx, suspect: Suspect): Promise<string | undefined> {
  if (!needsDuplicateCheck(suspect)) return undefined;
  const same = (await similarOrganizations(tx, suspect)).filter(({ sameName }) => sameName);
  return same.find(({ filed }) => suspect.kind === 'change' || filed)?.name;
}

/** 疑似重复的记录和判定。 */
export async function duplicatesOf(tx: Tx, suspect: Suspect): Promise<DuplicateCandidate[]> {
  const found = await suspectedRecords(tx, suspect);
  if (found.length === 0) return [];
  const rows = await tx.select().from(duplicateVerdict).where(eq(duplicateVerdict.filingId, suspect.id));
  const verdicts = new Map(
    rows.map((row) => [row.candidateKey, { verdict: row.verdict, reason: row.reason, byName: row.decidedByName }]),
  );
  return found.map((candidate) => ({ ...candidate, verdict: verdicts.get(candidate.key) ?? null }));
}
