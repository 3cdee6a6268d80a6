import { formFields } from '@shared/kernel/form';
import { groupTypes } from '@shared/modules/filing/formOptions';
import { setupForm } from '@shared/modules/filing/forms';
import type { RuleCondition, RuleSetData } from '@shared/modules/filing/ruleSet';

/** One thing to have ready, and where the rule stands. */
export interface Need {
  id: string;
  text: string;
  source: string;
}

const people = { founders: '发起人', members: '成员' } as const;

const groupWords = (type: string | undefined): string => {
  const label = groupTypes.find(({ value }) => value === type)?.label;
  return label ? `${label.split('：')[0]}：` : '';
};

function words(condition: RuleCondition): string {
  switch (condition.kind) {
    case 'count':
      return `${groupWords(condition.groupType)}${people[condition.field]}至少 ${condition.min} 人`;
    case 'filled': {
      const label = formFields(setupForm).find(({ name }) => name === condition.field)?.label ?? condition.field;
      return `有${label}`;
    }
    case 'nameEnding':
      return `名称用“${condition.endings.join('”“')}”结尾`;
  }
}

/** What a place asks for, in words people say. */
export const needsOf = (rules: RuleSetData): Need[] => [
  ...rules.conditions.map((condition) => ({ id: condition.id, text: words(condition), source: condition.source })),
  ...rules.materials.map(({ id, label, source }) => ({ id: `material.${id}`, text: `${label}（拍照就行）`, source })),
];
