import type { Routes } from '@functions/platform/useCase';
import type { regionContract } from '@shared/modules/region/contract';
import { childrenOf, regionFullName, regionPath, searchRegions } from './service';

/** 区划查询：只读公开数据，不用数据库。 */
export const regionRoutes = {
  'region.children': async (_ctx, { code }) => ({ items: childrenOf(code) }),
  'region.path': async (_ctx, { code }) => ({ items: regionPath(code), text: regionFullName(code) }),
  'region.search': async (_ctx, { text, within, limit }) => ({ items: searchRegions(text, within, limit) }),
} satisfies Routes<typeof regionContract>;
