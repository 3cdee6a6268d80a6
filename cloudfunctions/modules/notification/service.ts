import { randomUUID } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { DomainEvent } from '@shared/kernel/events';
import { noticeRules, type NoticeRule, type Recipient } from '@shared/modules/notification/rules';
import { holdersOf, membersOf } from '@functions/modules/user/service';
import type { Ctx } from '@functions/platform/context';
import { outbox } from '@functions/platform/tables';
import { inboxMessage, subscribePermit } from './tables';

const factText = (event: DomainEvent, key: string): string | undefined => {
  const value = event.facts[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

async function recipientsOf(ctx: Ctx, event: DomainEvent, recipient: Recipient): Promise<string[]> {
  const street = factText(event, 'streetCode');
  const staff = (roles: Parameters<typeof holdersOf>[1]) =>
    street ? holdersOf(ctx.tx, roles, street, ctx.today) : Promise.resolve([]);
  const person = (key: string) => [factText(event, key)].filter((id): id is string => id !== undefined);
  switch (recipient) {
    case 'applicant':
      return person('applicantId');
    case 'user':
      return person('userId');
    case 'holder':
      return person('holderId');
    case 'orgLeaders': {
      const organizationId = factText(event, 'organizationId');
      return organizationId ? membersOf(ctx.tx, organizationId, ['orgLeader'], ctx.today) : [];
    }
    case 'streetAcceptors':
      return staff(['streetAcceptor']);
    case 'streetApprovers':
      return staff(['streetApprover']);
    case 'partyStaff':
      return staff(['partyStaff']);
    case 'countyStaff':
      return staff(['countyStaff']);
  }
}

/** The listener behind `ctx.emit`: inbox messages and outbox rows, in the transaction of the change itself. */
export async function notifyOf(ctx: Ctx, event: DomainEvent): Promise<void> {
  for (const rule of noticeRules[event.name]) {
    const found: string[] = [];
    for (const recipient of rule.to) found.push(...(await recipientsOf(ctx, event, recipient)));
    // Nobody is told what he has just done himself.
    const receivers = [...new Set(found)].filter((id) => id !== ctx.actor.userId);
    for (const userId of receivers) await deliver(ctx, event, rule, userId);
  }
}

async function deliver(ctx: Ctx, event: DomainEvent, rule: NoticeRule, userId: string): Promise<void> {
  const subject = factText(event, 'filingId') ?? factText(event, 'organizationId') ?? factText(event, 'grantId') ?? '';
  // A timer that fires twice on one day gives one notice; two acts of people (two requests) give two.
  const dedupeKey = `${event.name}:${subject}:${ctx.requestId || ctx.today}`;
  const title = rule.title(event.facts);
  const body = rule.body(event.facts);
  const link = rule.link(event.facts);
  const written = await ctx.tx
    .insert(inboxMessage)
    .values({ id: randomUUID(), userId, event: event.name, title, body, link, dedupeKey, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: inboxMessage.id });
  if (written.length === 0 || !rule.template) return;
  const permit = await ctx.tx
    .update(subscribePermit)
    .set({ left: sql`${subscribePermit.left} - 1` })
    .where(
      and(eq(subscribePermit.userId, userId), eq(subscribePermit.template, rule.template), gt(subscribePermit.left, 0)),
    )
    .returning({ left: subscribePermit.left });
  if (permit.length === 0) return;
  await ctx.tx.insert(outbox).values({
    id: randomUUID(),
    dedupeKey: `${userId}:${dedupeKey}`,
    userId,
    template: rule.template,
    payload: JSON.stringify({ title, body, link }),
    nextAt: ctx.now,
    createdAt: ctx.now,
  });
}
