import { findInDirectory } from '@functions/modules/organization/directory';
import { presentLine } from '@functions/modules/organization/presentLine';
import { narrowedRegion } from '@functions/modules/organization/scope';
import type { UseCase } from '@functions/platform/useCase';

/** 管理台账：辖区内的组织，按社区排列；台账是一个查询，不另存一份。 */
export const listLedger: UseCase<'ledger.list'> = async (ctx, { page, pageSize, ...input }) => {
  const filter = { ...input, regionCode: narrowedRegion(ctx.actor, input.regionCode) };
  const { rows, total, totalIsExact } = await findInDirectory(ctx.tx, filter, (page - 1) * pageSize, pageSize);
  return { items: rows.map((row) => presentLine(row, ctx.today)), page, pageSize, total, totalIsExact };
};
