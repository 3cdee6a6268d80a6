import * as z from 'zod';
import { query } from '@shared/kernel/contract';
import { regionCodeField } from '@shared/kernel/fields';
import { wholeCountry } from '@shared/kernel/regionScope';
import { requiredLine } from '@shared/kernel/text';
import { Region, RegionChoice, RegionHit } from './schema';

export const regionSearchMax = 20;

export const regionContract = {
  'region.children': query({
    title: '查看下级区划',
    input: z.strictObject({ code: regionCodeField.default(wholeCountry) }),
    output: z.strictObject({ items: z.array(RegionChoice) }),
  }),
  'region.path': query({
    title: '查看区划全称',
    input: z.strictObject({ code: regionCodeField }),
    /** From the province down; `text` is the whole name in one line */
    output: z.strictObject({ items: z.array(Region), text: z.string() }),
  }),
  'region.search': query({
    title: '按名称查找区划',
    input: z.strictObject({
      text: requiredLine(40, '请输入社区、村或街道的名称'),
      within: regionCodeField.default(wholeCountry),
      limit: z.int().min(1).max(regionSearchMax).default(regionSearchMax),
    }),
    output: z.strictObject({ items: z.array(RegionHit) }),
  }),
};
