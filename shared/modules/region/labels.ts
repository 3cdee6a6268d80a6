import type { RegionLevel } from '@shared/kernel/regionScope';

/** What the picker asks next, by the level to be chosen. */
export const regionPickLabels: Record<RegionLevel, string> = {
  province: '请选择省份',
  city: '请选择城市',
  county: '请选择县（市、区）',
  township: '请选择街道或乡镇',
  village: '请选择社区或村',
};
