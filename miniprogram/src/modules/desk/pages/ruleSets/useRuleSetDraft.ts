import { useState } from 'react';
import type { FieldError } from '@shared/kernel/errors';
import { ruleSetData, type RuleSetData } from '@shared/modules/filing/ruleSet';

/** What a person reads where the schema only says 「too small」. By the beginning of the path. */
const words: readonly [string, string][] = [
  ['title', '请写名称，最多 60 个字'],
  ['source', '请写依据，最多 300 个字'],
  ['effectiveOn', '请选择施行日期'],
  ['clocks', '时限请填 1 到 365 之间的整数'],
  ['validYears', '有效期请填 1 到 10 之间的整数'],
  ['renewBeforeDays', '申请延续请填 0 到 180 之间的整数'],
  ['codeFormat', '请写编号格式，并带上流水号'],
  ['leaderAge.min', '最小年龄请填 16 到 80 之间的整数'],
  ['leaderAge.max', '最大年龄请填 18 到 100 之间的整数'],
  ['leaderPostsMax', '担任负责人请填 1 到 20 之间的整数'],
  ['passScore', '及格分请填 0 到 1000 之间的整数'],
  ['categories', '每个类别都要有名称，至少留一个，最多 20 个'],
  ['checklist', '每一项都要有名称和 1 到 100 的分值，至少留一项'],
  ['conditions', '条件里的人数请填 0 到 1000 之间的整数，每一条都要写依据'],
  ['materials', '每份材料都要有名称和依据'],
];

const sentenceFor = (path: string, message: string): string =>
  words.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1] ?? message;

/** What is wrong with a draft, by dotted path; empty when it can be saved. */
export function draftProblems(data: RuleSetData): FieldError[] {
  const result = ruleSetData.safeParse(data);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    message: sentenceFor(path.join('.'), message),
  }));
}

export interface RuleSetDraft {
  data: RuleSetData;
  change: (next: Partial<RuleSetData>) => void;
  /** First error of a field or inside it */
  errorOf: (field: string) => string | undefined;
  /** All that is wrong, each sentence once */
  sentences: readonly string[];
  /** The checked data, or undefined after marking what is wrong */
  validate: () => RuleSetData | undefined;
  /** The server's refusal on the fields; true when there was any */
  fail: (errors: readonly FieldError[]) => boolean;
}

/** A rule set being edited: values, errors by field. */
export function useRuleSetDraft(initial: RuleSetData): RuleSetDraft {
  const [data, setData] = useState(initial);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  return {
    data,
    change: (next) => {
      setData((before) => ({ ...before, ...next }));
      setErrors((before) =>
        before.filter(({ field }) => !Object.keys(next).some((name) => field === name || field.startsWith(`${name}.`))),
      );
    },
    errorOf: (name) => errors.find(({ field }) => field === name || field.startsWith(`${name}.`))?.message,
    sentences: Array.from(new Set(errors.map(({ message }) => message))),
    validate: () => {
      const problems = draftProblems(data);
      setErrors(problems);
      return problems.length > 0 ? undefined : ruleSetData.parse(data);
    },
    fail: (found) => {
      setErrors(found.map(({ field, message }) => ({ field: field.replace(/^data\./, ''), message })));
      return found.length > 0;
    },
  };
}
