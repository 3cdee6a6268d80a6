import { filingForms, type FilingAnswers } from './forms';
import { formFields } from '@shared/kernel/form';
import type { RuleSetData } from './ruleSet';
import type { FilingKind } from './status';

/** One line of the filing coach: what is met, what is missing, and where the rule stands. */
export interface CoachLine {
  id: string;
  field: string;
  met: boolean;
  /** 「✓ 负责人」「还差 2 名成员」 */
  sentence: string;
  source: string;
}

const labelOf = (kind: FilingKind, name: string): string =>
  formFields(filingForms[kind]).find((entry) => entry.name === name)?.label ?? name;

const isFilled = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value.trim() !== ''
      : value !== undefined && value !== null;

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

type LooseAnswers = Record<string, unknown>;

const personWords = { founders: '发起人', members: '成员' } as const;

function conditionLines(rules: RuleSetData, answers: LooseAnswers): CoachLine[] {
  return rules.conditions.flatMap((condition): CoachLine[] => {
    const { id, source } = condition;
    switch (condition.kind) {
      case 'count': {
        if (condition.groupType && answers.groupType !== condition.groupType) return [];
        const missing = condition.min - countOf(answers[condition.field]);
        const word = personWords[condition.field];
        const sentence = missing > 0 ? `还差 ${missing} 名${word}` : `${word}已够 ${condition.min} 人`;
        return [{ id, field: condition.field, met: missing <= 0, sentence, source }];
      }
      case 'filled': {
        const met = isFilled(answers[condition.field]);
        const label = labelOf('setup', condition.field);
        return [{ id, field: condition.field, met, sentence: met ? `${label}已填` : `还没有填${label}`, source }];
      }
      case 'nameEnding': {
        const text = typeof answers.name === 'string' ? answers.name.trim() : '';
        const met = condition.endings.some((ending) => text.endsWith(ending));
        const sentence = met ? '名称结尾规范' : `名称要以“${condition.endings.join('”“')}”结尾`;
        return [{ id, field: 'name', met, sentence, source }];
      }
    }
  });
}

function materialLines(rules: RuleSetData, answers: LooseAnswers): CoachLine[] {
  return rules.materials.map(({ id, label, field, source }) => {
    const met = isFilled(answers[field]);
    return { id, field, met, sentence: met ? `${label}已交` : `缺少${label}`, source };
  });
}

function choiceLines(rules: RuleSetData, answers: LooseAnswers): CoachLine[] {
  const lines: CoachLine[] = [];
  if (isFilled(answers.category)) {
    const met = rules.categories.some(({ code }) => code === answers.category);
    if (!met)
      lines.push({ id: 'category', field: 'category', met, sentence: '请从当地的类别里选一个', source: rules.source });
  }
  if (rules.groupTypes) {
    const met = isFilled(answers.groupType);
    lines.push({
      id: 'groupType',
      field: 'groupType',
      met,
      sentence: met ? '组织形式已选' : '请选择组织形式',
      source: rules.source,
    });
  }
  return lines;
}

/**
 * 备案助手：按当地办法逐条核对。Works on half-filled answers; the same function gates submission on the server.
 * Renewal, change and cancellation are judged by their own forms; a renewal's roster must still meet the counts.
 */
export function coach(
  kind: FilingKind,
  rules: RuleSetData,
  answers: Partial<FilingAnswers> | LooseAnswers,
): CoachLine[] {
  const loose = answers as LooseAnswers;
  if (kind === 'setup')
    return [...choiceLines(rules, loose), ...conditionLines(rules, loose), ...materialLines(rules, loose)];
  if (kind === 'renewal') {
    return conditionLines(rules, loose).filter((line) => line.field === 'members');
  }
  return [];
}

/** The fields still blocking submission. */
export const unmetLines = (lines: readonly CoachLine[]): CoachLine[] => lines.filter((line) => !line.met);
