import { foldText } from '@shared/kernel/text';

/** 统计代码里只为凑齐级次而设、没有政府的“城市”：显示与选择时跳过。 */
const placeholders = ['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'];
export const isPlaceholder = (name: string): boolean => placeholders.includes(name);

/** Names as people say them: without levels that are no government, and without 「嘉峪关市嘉峪关市」. */
export const spokenPath = (names: readonly string[]): string[] =>
  names.filter((name, index) => !isPlaceholder(name) && name !== names[index - 1]);

/** 居（村）委会的各种写法，连同统计数据里的漏字。 */
const committee = /(?:居民|村民|村名)?([居村])?委(?:员会|会|员)?$/;
const kindWord = /(?:社区|村)$/;

/** The three forms under which offices write one community. All are folded. */
export interface CommunityForms {
  /** 「东城社区居民委员会」 */
  full: string;
  /** Without the committee: 「东城社区」「陈庄村」 */
  short: string;
  /** Without the kind as well: 「东城」「陈庄」 */
  stem: string;
}

function shortOf(full: string): string {
  const ending = committee.exec(full);
  if (!ending) return full.replace(/社区居(?:会)?$/, '社区');
  const core = full.slice(0, ending.index);
  if (core === '' || kindWord.test(core)) return core || full;
  const isVillage = ending[1] === '村' || ending[0].startsWith('村');
  const isNeighbourhood = ending[1] === '居' || ending[0].startsWith('居');
  return core + (isVillage ? '村' : isNeighbourhood ? '社区' : '');
}

/** 「东城社区居民委员会」「东城社区居委会」「东城居委会」 share one short form; 「陈庄村村民委员会」 and 「陈庄村委会」 too. Remarks in brackets are left out. */
export function communityForms(name: string): CommunityForms {
  const full = foldText(name.replace(/[（(][^（）()]*[）)]/g, '')) || foldText(name);
  const short = shortOf(full);
  return { full, short, stem: short.replace(kindWord, '') || short };
}

/** Name of a province, city, county or township without its kind: 「文汇街道办事处」 → 「文汇」. One-character names keep their kind. */
export function regionStem(name: string): string {
  const stem = name.replace(/(?:街道办事处|街道办|街道|自治区|自治州|自治县|地区|省|市|区|县|旗|盟|州|镇|乡)$/, '');
  return stem.length > 1 ? stem : name;
}

/** What is left of 「牛庄镇陈庄村」 after 「牛庄镇」; undefined when the text does not begin with that region or nothing is left. */
export function afterRegion(text: string, regionName: string): string | undefined {
  const heads = [regionName.replace(/街道$/, '街道办事处'), regionName, regionStem(regionName)];
  const head = heads.find((each) => text.startsWith(each));
  return head === undefined || heads.includes(text) ? undefined : text.slice(head.length);
}
