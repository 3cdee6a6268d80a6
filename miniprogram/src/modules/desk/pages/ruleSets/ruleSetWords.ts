import type { CivilDate } from '@shared/kernel/civilDate';
import { formFields } from '@shared/kernel/form';
import { codeSeries, filingCodeOf } from '@shared/modules/filing/filingCode';
import { setupForm } from '@shared/modules/filing/forms';
import type { Clock, RuleCondition, RuleSetData } from '@shared/modules/filing/ruleSet';

/** What the filing form asks, by field: conditions and materials point at it. */
export const askedFields: readonly { name: string; label: string }[] = formFields(setupForm).map(({ name, label }) => ({
  name,
  label,
}));

export const fieldLabel = (name: string): string =>
  askedFields.find((field) => field.name === name)?.label ?? '表单里的一项';

const peopleWords = { founders: '发起人', members: '成员' } as const;
const groupWords = { association: '联合类', service: '服务类' } as const;

/** A condition as a sentence: 「联合类成员不少于 10 人」. */
export function conditionSentence(condition: RuleCondition): string {
  switch (condition.kind) {
    case 'count':
      return `${condition.groupType ? groupWords[condition.groupType] : ''}${peopleWords[condition.field]}不少于 ${condition.min} 人`;
    case 'filled':
      return `要填写“${fieldLabel(condition.field)}”`;
    case 'nameEnding':
      return `名称用“${condition.endings.join('、')}”结尾`;
  }
}

export const clockUnitLabels: Record<Clock['unit'], string> = { day: '日', workday: '个工作日' };
export const clockWords = ({ amount, unit }: Clock): string => `${amount} ${clockUnitLabels[unit]}`;

export const countersignWords: Record<RuleSetData['countersign'], string> = {
  required: '要党建机构会签',
  notRequired: '不用会签',
};

/** The first code a region's township would give out in this format. */
export function codeExample(
  { codeFormat, regionCode }: Pick<RuleSetData, 'codeFormat' | 'regionCode'>,
  today: CivilDate,
): string {
  const township = `${regionCode.slice(0, 6).replace(/0000$/, '0102').replace(/00$/, '02')}001000`;
  return filingCodeOf(codeSeries(codeFormat, township, today), 1);
}

/** What may stand in a code, besides plain letters. */
export const codeParts = [
  { part: '{region6}', label: '县区代码（6 位）' },
  { part: '{region9}', label: '街镇代码（9 位）' },
  { part: '{year}', label: '年份' },
  { part: '{seq4}', label: '流水号（4 位）' },
] as const;
