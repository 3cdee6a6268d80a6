import * as z from 'zod';
import { and, eq, isNull } from 'drizzle-orm';
import { command, query } from '@shared/kernel/contract';
import { AppError } from '@shared/kernel/errors';
import { anyone, type AccessTable } from '@shared/kernel/policy';
import { openSession } from '@functions/modules/user/identify';
import { appUser, roleGrant } from '@functions/modules/user/tables';
import type { Ctx } from '@functions/platform/context';
import { personas } from './personas';

const personaView = z.strictObject({
  personaId: z.string(),
  name: z.string(),
  title: z.string(),
  description: z.string(),
});

/** Calls of the demo only: no deployed bundle contains them. */
export const demoContract = {
  'session.demoPersonas': query({
    title: '演示身份',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(personaView) }),
  }),
  'session.demoLogin': command({
    title: '用演示身份登录',
    input: z.strictObject({ personaId: z.string().max(40) }),
    /** `hat`: the grant to start with; null for residents */
    output: z.strictObject({ token: z.string(), hat: z.string().nullable() }),
    secretAnswer: true,
  }),
};

export const demoAccess: AccessTable<keyof typeof demoContract> = {
  'session.demoPersonas': anyone,
  'session.demoLogin': anyone,
};

async function demoLogin(ctx: Ctx, { personaId }: { personaId: string }) {
  const persona = personas.find(({ id }) => id === personaId);
  const [user] = persona ? await ctx.tx.select().from(appUser).where(eq(appUser.phone, persona.phone)) : [];
  if (!user) throw new AppError('NOT_FOUND', { message: '没有这个演示身份，请返回重新选择' });
  const [grant] = await ctx.tx
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(and(eq(roleGrant.userId, user.id), isNull(roleGrant.withdrawnAt)))
    .orderBy(roleGrant.createdAt)
    .limit(1);
  ctx.audit({ aggregate: 'user', id: user.id });
  return { token: await openSession(ctx.tx, user.id, ctx.now), hat: grant?.id ?? null };
}

export const demoRoutes = {
  'session.demoPersonas': async () => ({
    items: personas.map(({ id, name, title, description }) => ({ personaId: id, name, title, description })),
  }),
  'session.demoLogin': demoLogin,
};
