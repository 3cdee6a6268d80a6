import { sql } from 'drizzle-orm';
import type { Actor, GrantableRole, Hat } from '@shared/kernel/actor';
import { maskPhone } from '@shared/kernel/mask';
import { roleLabels } from '@shared/modules/user/labels';
import type { GrantView, HatView, SessionView } from '@shared/modules/user/schema';
import { findRegionName } from '@functions/modules/region/service';
import type { Ctx } from '@functions/platform/context';
import type { Tx } from '@functions/platform/database';
import { userById } from './service';

const namesOf = async (tx: Tx, organizationIds: readonly (string | null)[]): Promise<Map<string, string>> => {
  const ids = [...new Set(organizationIds.filter((id): id is string => id !== null))];
  if (ids.length === 0) return new Map();
  // By name only: the user module stands above the organization module and may not import it.
  const { rows } = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from organization where id in (${sql.join(
      ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    )})`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const regionWords = (code: string | null) => (code === null ? null : (findRegionName(code) ?? code));

const hatView = (hat: Hat, organizationNames: Map<string, string>): HatView => ({
  grantId: hat.grantId,
  role: hat.role as HatView['role'],
  roleLabel: roleLabels[hat.role],
  regionCode: hat.regionCode,
  regionName: regionWords(hat.regionCode),
  organizationId: hat.organizationId,
  organizationName: hat.organizationId === null ? null : (organizationNames.get(hat.organizationId) ?? null),
});

/** Who is asking, as the client shows it. */
export async function presentSession(ctx: Ctx): Promise<SessionView> {
  const { actor, tx, demo } = ctx;
  if (actor.userId === null) return { user: null, hats: [], hat: null, unread: 0, demo };
  const user = await userById(tx, actor.userId);
  const names = await namesOf(
    tx,
    actor.grants.map(({ organizationId }) => organizationId),
  );
  const unread = await unreadOf(tx, actor);
  const resident: Hat = { grantId: null, role: 'resident', regionCode: null, organizationId: null };
  return {
    user: {
      id: actor.userId,
      name: user?.name ?? actor.name,
      phoneMasked: user?.phone ? maskPhone(user.phone) : null,
      elderMode: user?.elderMode ?? false,
    },
    hats: [resident, ...actor.grants].map((hat) => hatView(hat, names)),
    hat: hatView(actor.hat, names),
    unread,
    demo,
  };
}

async function unreadOf(tx: Tx, actor: Actor): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from inbox_message where user_id = ${actor.userId}::uuid and read_at is null limit 100) few`,
  );
  return rows[0]?.n ?? 0;
}

export interface GrantRow {
  id: string;
  userId: string;
  userName: string;
  role: string;
  regionCode: string | null;
  organizationId: string | null;
  validFrom: string;
  validTo: string | null;
  withdrawnAt: Date | null;
}

/** Grants as lists show them. */
export async function presentGrants(tx: Tx, rows: readonly GrantRow[]): Promise<GrantView[]> {
  const names = await namesOf(
    tx,
    rows.map(({ organizationId }) => organizationId),
  );
  return rows.map((row) => ({
    ...row,
    role: row.role as GrantableRole,
    roleLabel: roleLabels[row.role as GrantableRole],
    regionName: regionWords(row.regionCode),
    organizationName: row.organizationId === null ? null : (names.get(row.organizationId) ?? null),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }));
}
