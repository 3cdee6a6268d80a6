import { wholeCountry } from '@shared/kernel/regionScope';
import { foldText } from '@shared/kernel/text';
import type { UseCase } from '@functions/platform/useCase';
import { findInDirectory } from '../directory';
import { asOfToday, presentPublic } from '../presentLine';

const resultsMax = 20;
/** One character says nothing and meets half the country. */
const textMin = 2;

/** 查一查：按编号、代码或名称的一部分，只给公开的事实，谁都可以查。 */
export const checkOrganization: UseCase<'organization.publicCheck'> = async (ctx, { text }) => {
  const checkedAt = ctx.now.toISOString();
  if (Array.from(foldText(text)).length < textMin) return { items: [], checkedAt };
  const { rows } = await findInDirectory(ctx.tx, { regionCode: wholeCountry, text }, 0, resultsMax);
  return { items: rows.map((row) => presentPublic(asOfToday(row, ctx.today))), checkedAt };
};
