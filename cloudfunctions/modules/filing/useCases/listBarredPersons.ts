import { and, count, desc, gte, isNull, or } from 'drizzle-orm';
import { countCap } from '@shared/kernel/paging';
import { maskIdNumber } from '@shared/kernel/mask';
import type { UseCase } from '@functions/platform/useCase';
import { barredPerson } from '../tables';

/** 禁入名单：在列的人，证件号遮住。It binds everywhere, so everybody who keeps it sees all of it. */
export const listBarredPersons: UseCase<'barredPerson.list'> = async (ctx, { page, pageSize }) => {
  const listed = and(
    isNull(barredPerson.removedAt),
    or(isNull(barredPerson.until), gte(barredPerson.until, ctx.today)),
  );
  const rows = await ctx.tx
    .select()
    .from(barredPerson)
    .where(listed)
    .orderBy(desc(barredPerson.addedAt), barredPerson.id)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [counted] = await ctx.tx.select({ total: count() }).from(barredPerson).where(listed);
  const total = counted?.total ?? 0;
  const items = rows.map(({ id, name, idNumber, reason, until, addedAt, addedByName }) => ({
    ...{ id, name, reason, until, addedByName },
    idNumberMasked: maskIdNumber(idNumber),
    addedAt: addedAt.toISOString(),
  }));
  return { items, page, pageSize, total: Math.min(total, countCap), totalIsExact: total <= countCap };
};
