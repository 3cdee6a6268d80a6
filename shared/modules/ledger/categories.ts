import { foldText } from '@shared/kernel/text';

/** One entry of a rule set's dictionary. */
export interface CategoryItem {
  code: string;
  label: string;
}

/** 各地常用的别名，归到同一部字典里含义相同的类别。 */
const aliases: readonly (readonly string[])[] = [
  ['为民服务', '便民服务', '生活服务', '社区服务', '服务', '为民服务类社会组织'],
  ['公益慈善', '慈善公益', '公益', '慈善', '志愿服务', '公益志愿', '公益服务'],
  ['文体活动', '文体娱乐', '文体', '文化体育', '文化娱乐', '文娱', '文艺', '体育健身', '文体健身', '文化文艺'],
  ['专业调处', '矛盾调解', '纠纷调解', '调解', '专业服务', '平安建设', '调处化解'],
  ['邻里互助', '互助', '邻里', '睦邻互助', '邻里守望', '居民互助'],
];

const bare = (text: string): string => foldText(text).replace(/(类型|类别|类|型|社会组织)$/, '');

/** Finds a category by its label, with or without 「类」, or by a word that means the same elsewhere. */
export function categoryFinder(items: readonly CategoryItem[]): (text: string) => string | undefined {
  const codes = new Map(items.map(({ code, label }) => [bare(label), code]));
  for (const words of aliases) {
    const code = words.map((word) => codes.get(bare(word))).find((each) => each !== undefined);
    if (code === undefined) continue;
    for (const word of words) if (!codes.has(bare(word))) codes.set(bare(word), code);
  }
  return (text) => codes.get(bare(text));
}
