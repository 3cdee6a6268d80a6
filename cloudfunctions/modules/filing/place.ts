import { AppError } from '@shared/kernel/errors';
import { ancestorAt, regionLevel, type RegionCode } from '@shared/kernel/regionScope';
import { childrenOf, regionExists } from '@functions/modules/region/service';

/** True for a community or village; where the data ends at townships, the township itself stands for it. */
export function isCommunity(code: RegionCode): boolean {
  if (!regionExists(code)) return false;
  const level = regionLevel(code);
  return level === 'village' || (level === 'township' && childrenOf(code).length === 0);
}

/** The street or township that decides on a community's cases. */
export const streetOf = (communityCode: RegionCode): RegionCode => ancestorAt(communityCode, 'township');

/** @throws BAD_INPUT when the code is no community */
export function requireCommunity(code: RegionCode | undefined): RegionCode {
  if (code !== undefined && isCommunity(code)) return code;
  const message = '请选到具体的社区或村';
  throw new AppError('BAD_INPUT', { message, fields: [{ field: 'communityCode', message }] });
}
