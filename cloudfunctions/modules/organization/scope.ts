import type { Actor } from '@shared/kernel/actor';
import { AppError } from '@shared/kernel/errors';
import { covers, type RegionCode } from '@shared/kernel/regionScope';

/**
 * The region a list is about: the hat's, or a smaller one inside it.
 * @throws FORBIDDEN for a hat without a region, NOT_FOUND for a region outside it
 */
export function narrowedRegion(actor: Actor, asked: RegionCode | undefined): RegionCode {
  const own = actor.hat.regionCode;
  if (own === null) throw new AppError('FORBIDDEN');
  if (asked === undefined || covers(asked, own)) return own;
  if (!covers(own, asked)) throw new AppError('NOT_FOUND', { message: '这个地区不在您的辖区内，请重新选择' });
  return asked;
}
