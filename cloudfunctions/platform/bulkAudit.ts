import { sql } from 'drizzle-orm';
import { auditBody, auditHash, type AuditSource } from './audit';
import type { AuditNote } from './context';
import type { Tx } from './database';

/** Opens the chains of records that were all made in this transaction, in one statement: an import makes thousands. */
export async function writeFirstAudits(
  tx: Tx,
  notes: readonly (AuditNote & { action: string })[],
  source: AuditSource,
): Promise<void> {
  const { actor, at } = source;
  const entries = notes.map((note) => {
    const body = JSON.stringify(auditBody(note, source));
    const link = {
      prevHash: '',
      aggregate: note.aggregate,
      aggregateId: note.id,
      seq: 1,
      at,
      action: note.action,
      actorUserId: actor.userId,
      body,
    };
    return { ...link, hash: auditHash(link) };
  });
  const column = (name: 'aggregate' | 'aggregateId' | 'action' | 'body' | 'hash') =>
    sql.param(entries.map((entry) => entry[name]));
  await tx.execute(sql`
    insert into audit_entry (aggregate, aggregate_id, seq, at, action, actor_user_id, body, prev_hash, hash)
    select aggregate, aggregate_id, 1, ${at.toISOString()}::timestamptz, action, ${actor.userId}::uuid, body, '', hash
    from unnest(${column('aggregate')}::text[], ${column('aggregateId')}::text[], ${column('action')}::text[], ${column('body')}::text[], ${column('hash')}::text[])
      as t (aggregate, aggregate_id, action, body, hash)`);
}
