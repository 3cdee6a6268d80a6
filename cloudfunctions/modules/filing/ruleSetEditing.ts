import { coversRegion, hasRole, type Actor } from '@shared/kernel/actor';
import type { FieldError } from '@shared/kernel/errors';
import type { RegionCode } from '@shared/kernel/regionScope';
import type { RuleSetData } from '@shared/modules/filing/ruleSet';
import { fieldNames } from './answers';

/** 县、市民政修改辖区内的备案办法。 */
export const mayEditRuleSet = (actor: Actor, regionCode: RegionCode): boolean =>
  hasRole(actor, 'countyStaff', 'cityStaff') && coversRegion(actor, regionCode);

const repeated = (ids: readonly string[]): boolean => new Set(ids).size !== ids.length;

/** What the schema cannot know of a rule set, as field errors; empty when it can be used. */
export function ruleSetProblems(data: RuleSetData): FieldError[] {
  const problems: FieldError[] = [];
  const say = (field: string, message: string) => problems.push({ field: `data.${field}`, message });
  const known = new Set(fieldNames('setup'));
  if (data.conditions.some((condition) => condition.kind === 'filled' && !known.has(condition.field)))
    say('conditions', '有条件指向表单里没有的内容，请重新选择');
  if (data.materials.some(({ field }) => !known.has(field))) say('materials', '有材料指向表单里没有的内容，请重新选择');
  if (repeated(data.conditions.map(({ id }) => id))) say('conditions', '有两个条件的编号相同，请删去一个');
  if (repeated(data.materials.map(({ id }) => id))) say('materials', '有两个材料的编号相同，请删去一个');
  if (repeated(data.categories.map(({ code }) => code))) say('categories', '有两个类别的编号相同，请删去一个');
  if (repeated(data.checklist.map(({ id }) => id))) say('checklist', '有两个审查项的编号相同，请删去一个');
  if (data.passScore > data.checklist.reduce((sum, { maxScore }) => sum + maxScore, 0))
    say('passScore', '及格分高于总分，请改低一些');
  if (data.leaderAge.min > data.leaderAge.max) say('leaderAge', '最小年龄大于最大年龄，请对调');
  const placeholders = data.codeFormat.match(/\{[^}]*\}/g) ?? [];
  if (placeholders.filter((each) => /^\{seq\d\}$/.test(each)).length !== 1)
    say('codeFormat', '编号格式里要有且只有一个流水号，如 {seq4}');
  if (placeholders.some((each) => !/^\{(region6|region9|year|seq[1-9])\}$/.test(each)))
    say('codeFormat', '编号格式里只能用 {region6}、{region9}、{year} 和 {seq4} 这样的流水号');
  return problems;
}
