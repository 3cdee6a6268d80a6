import { createHash } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '@shared/kernel/actor';
import type { TimelineEntry } from '@shared/kernel/timeline';
import { roleLabels } from '@shared/modules/user/labels';
import type { AuditNote } from './context';
import type { Tx } from './database';
import { auditEntry } from './tables';

interface AuditBody {
  actorName: string;
  role: string;
  hatRegion: string | null;
  hatOrganization: string | null;
  grantId: string | null;
  note: string | null;
  changed: string[];
  before: string | null;
  after: string | null;
  requestId: string;
}

const digest = (value: unknown): string | null =>
  value === undefined ? null : createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Who did it, when, in which request. */
export interface AuditSource {
  actor: Actor;
  at: Date;
  requestId: string;
}

/** What an entry keeps of a note: digests, never values. */
export const auditBody = (note: AuditNote, { actor, requestId }: AuditSource): AuditBody => ({
  actorName: actor.name,
  role: actor.hat.role,
  hatRegion: actor.hat.regionCode,
  hatOrganization: actor.hat.organizationId,
  grantId: actor.hat.grantId,
  note: note.note ?? null,
  changed: note.changed ?? [],
  before: digest(note.before),
  after: digest(note.after),
  requestId,
});

/** Appends one entry to its aggregate's chain. Two writers of one chain: the loser's transaction is retried. */
export async function writeAudit(tx: Tx, entry: AuditNote & AuditSource & { action: string }): Promise<void> {
  const body = auditBody(entry, entry);
  const bodyText = JSON.stringify(body);
  const at = entry.at.toISOString();
  const actorId = entry.actor.userId;
  await tx.execute(sql`
    with last as (
      select seq, hash from audit_entry
      where aggregate = ${entry.aggregate} and aggregate_id = ${entry.id}
      order by seq desc limit 1
    ), link as (
      select coalesce((select seq from last), 0) + 1 as seq, coalesce((select hash from last), '') as prev
    )
    insert into audit_entry (aggregate, aggregate_id, seq, at, action, actor_user_id, body, prev_hash, hash)
    select ${entry.aggregate}::text, ${entry.id}::text, link.seq, ${at}::timestamptz, ${entry.action}::text, ${actorId}::uuid, ${bodyText}::text, link.prev,
      encode(sha256(convert_to(concat_ws('|', link.prev, ${entry.aggregate}::text, ${entry.id}::text, link.seq, ${at}::text, ${entry.action}::text, coalesce(${actorId}::text, ''), ${bodyText}::text), 'UTF8')), 'hex')
    from link`);
}

/** The hash of an entry as the database computes it, for verification outside the database. */
export const auditHash = (entry: {
  prevHash: string;
  aggregate: string;
  aggregateId: string;
  seq: number;
  at: Date;
  action: string;
  actorUserId: string | null;
  body: string;
}): string =>
  createHash('sha256')
    .update(
      [
        entry.prevHash,
        entry.aggregate,
        entry.aggregateId,
        entry.seq,
        entry.at.toISOString(),
        entry.action,
        entry.actorUserId ?? '',
        entry.body,
      ].join('|'),
    )
    .digest('hex');

/**
 * A record's history, newest first, at most the last 200 entries.
 * @param titleOf Chinese title of an action; entries without one (internal ones) are left out
 */
export async function readTimeline(
  tx: Tx,
  aggregate: AuditNote['aggregate'],
  id: string,
  titleOf: (action: string) => string | undefined,
): Promise<TimelineEntry[]> {
  const rows = await tx
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.aggregate, aggregate), eq(auditEntry.aggregateId, id)))
    .orderBy(desc(auditEntry.seq))
    .limit(200);
  return rows.flatMap((row) => {
    const title = titleOf(row.action);
    if (!title) return [];
    const body = JSON.parse(row.body) as AuditBody;
    return [
      {
        id: `${row.aggregateId}:${row.seq}`,
        action: row.action,
        title,
        actorName: body.actorName,
        hatLabel: roleLabels[body.role as keyof typeof roleLabels] ?? '',
        at: row.at.toISOString(),
        note: body.note,
        changed: body.changed,
      },
    ];
  });
}
