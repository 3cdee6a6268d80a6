import { sql } from 'drizzle-orm';
import { ancestorAt } from '@shared/kernel/regionScope';
import { maskIdNumber, maskPhone } from '@shared/kernel/mask';
import { writeDate } from '@shared/modules/ledger/dates';
import type { LedgerExportRow } from '@shared/modules/ledger/exportColumns';
import { organizationStatusLabels } from '@shared/modules/organization/labels';
import {
  directoryColumns,
  directoryConditions,
  nameContains,
  type DirectoryFilter,
  type DirectoryRow,
} from '@functions/modules/organization/directory';
import { findRegionName } from '@functions/modules/region/service';
import type { OutsideCtx } from '@functions/platform/context';
import type { Tx } from '@functions/platform/database';

const batchRows = 500;

interface Exported extends DirectoryRow {
  partyMemberCount: number | null;
  purpose: string | null;
  leaderName: string | null;
  leaderIdNumber: string | null;
  leaderPhone: string | null;
  venueAddress: string | null;
  note: string | null;
  foundedOnPrecision: 'month' | 'year' | null;
  [column: string]: unknown;
}

/** The rows behind one place of the list. Each batch is a short read of its own: nothing stays open while the file is written. */
async function nextBatch(
  tx: Tx,
  filter: DirectoryFilter,
  after: Pick<Exported, 'communityCode' | 'id'> | undefined,
): Promise<Exported[]> {
  const { rows } = await tx.execute<Exported>(sql`
    select ${directoryColumns}, o.party_member_count as "partyMemberCount", o.purpose, p.leader_name as "leaderName", p.leader_id_number as "leaderIdNumber",
      p.leader_phone as "leaderPhone", p.venue_address as "venueAddress", p.ledger_note as note, p.ledger_extra ->> 'foundedOnPrecision' as "foundedOnPrecision"
    from (
      select * from organization
      where ${directoryConditions(filter)} and ${nameContains(filter.text ?? '') ?? sql`true`}
        and ${after ? sql`(community_code, id) > (${after.communityCode}, ${after.id}::uuid)` : sql`true`}
      order by community_code, id limit ${batchRows}
    ) as o
    left join organization_personal p on p.organization_id = o.id
    order by o.community_code, o.id`);
  return rows;
}

const orNothing = <T>(value: T | null): T | undefined => value ?? undefined;

function exportRow(row: Exported, personal: boolean): LedgerExportRow {
  const { leaderIdNumber, leaderPhone, foundedOn, foundedOnPrecision } = row;
  return {
    name: row.name,
    category: orNothing(row.categoryLabel),
    leaderName: orNothing(row.leaderName),
    leaderIdNumber: orNothing(leaderIdNumber && !personal ? maskIdNumber(leaderIdNumber) : leaderIdNumber),
    leaderPhone: orNothing(leaderPhone && !personal ? maskPhone(leaderPhone) : leaderPhone),
    memberCount: orNothing(row.memberCount),
    partyMemberCount: orNothing(row.partyMemberCount),
    venue: orNothing(row.venueAddress),
    street: findRegionName(ancestorAt(row.communityCode, 'township')),
    community: findRegionName(row.communityCode),
    foundedOn: foundedOn ? writeDate({ date: foundedOn, precision: foundedOnPrecision ?? 'day' }) : undefined,
    filingCode: orNothing(row.filingCode),
    filedOn: orNothing(row.validFrom),
    validTo: orNothing(row.validTo),
    uscc: orNothing(row.uscc),
    status: organizationStatusLabels[row.status],
    purpose: orNothing(row.purpose),
    note: orNothing(row.note),
  };
}

/** The rows of an export, batch by batch; the memory does not grow with their number. */
export async function* exportRows(
  outside: Pick<OutsideCtx, 'read'>,
  filter: DirectoryFilter,
  personal: boolean,
  onRow: () => void,
): AsyncGenerator<LedgerExportRow> {
  let last: Exported | undefined;
  for (;;) {
    const after = last;
    const batch = await outside.read(({ tx }) => nextBatch(tx, filter, after));
    for (const row of batch) {
      onRow();
      yield exportRow(row, personal);
    }
    last = batch.at(-1);
    if (batch.length < batchRows || !last) return;
  }
}
