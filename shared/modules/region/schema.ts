import * as z from 'zod';
import { regionCodeField } from '@shared/kernel/fields';
import { regionLevels } from '@shared/kernel/regionScope';

/** 一个区划：代码、名称、级别。 */
export const Region = z.strictObject({
  code: regionCodeField,
  name: z.string(),
  level: z.enum(regionLevels),
});
export type Region = z.output<typeof Region>;

/** A region in the picker; `hasChildren` is false where the data goes no deeper. */
export const RegionChoice = Region.extend({ hasChildren: z.boolean() });
export type RegionChoice = z.output<typeof RegionChoice>;

/** A search result; `upper` are the names above it, read at one glance: 「山东省东营市东营区文汇街道」. */
export const RegionHit = Region.extend({ upper: z.string() });
export type RegionHit = z.output<typeof RegionHit>;
