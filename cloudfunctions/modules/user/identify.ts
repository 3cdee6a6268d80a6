import { createHash, randomBytes, randomUUID } from 'node:crypto';
import dayjs from 'dayjs';
import { sql } from 'drizzle-orm';
import { publicActor, type Actor, type GrantableRole, type Hat } from '@shared/kernel/actor';
import { todayIn } from '@shared/kernel/civilDate';
import { AppError } from '@shared/kernel/errors';
import type { Tx } from '@functions/platform/database';
import type { Caller } from '@functions/platform/handler';
import { appUser, session } from './tables';

const sessionDays = 30;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

interface Found {
  id: string;
  name: string;
  grants: { id: string; role: GrantableRole; region: string | null; organization: string | null }[] | null;
  [column: string]: unknown;
}

const grantsOf = (today: string) => sql`(
  select json_agg(json_build_object('id', g.id, 'role', g.role, 'region', g.region_code, 'organization', g.organization_id) order by g.created_at, g.id)
  from role_grant g
  where g.user_id = u.id and g.withdrawn_at is null and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today})
) as grants`;

async function findByOpenid(tx: Tx, openid: string, today: string): Promise<Found | undefined> {
  const { rows } = await tx.execute<Found>(
    sql`select u.id, u.name, ${grantsOf(today)} from app_user u where u.openid = ${openid}`,
  );
  return rows[0];
}

async function findByToken(tx: Tx, token: string, today: string, now: Date): Promise<Found | undefined> {
  const { rows } = await tx.execute<Found>(sql`
    select u.id, u.name, ${grantsOf(today)} from session s join app_user u on u.id = s.user_id
    where s.token_hash = ${hashToken(token)} and s.revoked_at is null and s.expires_at > ${now.toISOString()}::timestamptz`);
  return rows[0];
}

/** Everybody WeChat vouches for is somebody: a resident from his first tap. */
export async function ensureUser(tx: Tx, openid: string, now: Date): Promise<string> {
  await tx.insert(appUser).values({ id: randomUUID(), openid, name: '微信用户', createdAt: now }).onConflictDoNothing();
  const found = await findByOpenid(tx, openid, todayIn(now));
  if (!found) throw new AppError('INTERNAL');
  return found.id;
}

/**
 * The actor of a call: by the platform's openid, else by session token, else the public. The hat must be one of his grants of today.
 * @throws UNAUTHENTICATED for a token that is no longer good, FORBIDDEN for a hat that was withdrawn
 */
export async function identify(tx: Tx, caller: Caller, now: Date): Promise<Actor> {
  const today = todayIn(now);
  let found: Found | undefined;
  if (caller.openid) {
    found =
      (await findByOpenid(tx, caller.openid, today)) ??
      (await ensureUser(tx, caller.openid, now), await findByOpenid(tx, caller.openid, today));
  } else if (caller.token) {
    found = await findByToken(tx, caller.token, today, now);
    if (!found) throw new AppError('UNAUTHENTICATED', { message: '登录已过期，请重新登录' });
  }
  if (!found) return publicActor;

  const resident: Hat = { grantId: null, role: 'resident', regionCode: null, organizationId: null };
  const grants = (found.grants ?? []).map((grant): Hat => ({
    grantId: grant.id,
    role: grant.role,
    regionCode: grant.region,
    organizationId: grant.organization,
  }));
  const hat = caller.hat === null ? resident : grants.find((grant) => grant.grantId === caller.hat);
  if (!hat) throw new AppError('FORBIDDEN', { message: '这个身份已被收回或到期，请在“我的”里换一个身份' });
  return { userId: found.id, name: found.name, hat, grants };
}

/** Opens a session and returns its token, which is kept nowhere in the clear. */
export async function openSession(tx: Tx, userId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.insert(session).values({
    tokenHash: hashToken(token),
    userId,
    createdAt: now,
    expiresAt: dayjs(now).add(sessionDays, 'day').toDate(),
  });
  return token;
}
