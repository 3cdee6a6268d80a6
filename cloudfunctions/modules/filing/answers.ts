import { formFields } from '@shared/kernel/form';
import { maskIdNumber, maskPhone } from '@shared/kernel/mask';
import { normalizePhone } from '@shared/kernel/phone';
import { filingForms, type FilingAnswers } from '@shared/modules/filing/forms';
import type { FilingKind } from '@shared/modules/filing/status';
import { AppError } from '@shared/kernel/errors';
import { explainIssues } from '@functions/platform/explainIssues';

/** A form as far as it is filled in. */
export type Answers = Record<string, unknown>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of a form's fields, in their order. */
export const fieldNames = (kind: FilingKind): string[] => formFields(filingForms[kind]).map(({ name }) => name);

/** Without keys the form no longer has. */
export function knownAnswers(kind: FilingKind, answers: Answers): Answers {
  const known = new Set(fieldNames(kind));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => known.has(key)));
}

/** The value at a dotted path, undefined when there is none. */
export function valueAt(answers: Answers, path: string): unknown {
  let current: unknown = answers;
  for (const key of path.split('.')) {
    if (Array.isArray(current)) current = current[Number(key)];
    else if (isRecord(current) && Object.hasOwn(current, key)) current = current[key];
    else return undefined;
  }
  return current;
}

/** Where two versions of the answers differ: the deepest paths; a list whose length changed counts as a whole. */
export function changedPaths(before: unknown, after: unknown, path = ''): string[] {
  const under = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length && path !== '') {
    if (!before.some(isRecord) && !after.some(isRecord))
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
    return before.flatMap((item, index) => changedPaths(item, after[index], under(index)));
  }
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changedPaths(before[key], after[key], under(key)));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
}

/** ID numbers and phones masked, at any depth. */
export function maskAnswers(value: Answers): Answers {
  const mask = (item: unknown, key: string): unknown => {
    if (typeof item === 'string')
      return key === 'idNumber' ? maskIdNumber(item) : key === 'phone' ? maskPhone(item) : item;
    if (Array.isArray(item)) return item.map((entry) => mask(entry, key));
    return isRecord(item)
      ? Object.fromEntries(Object.entries(item).map(([name, entry]) => [name, mask(entry, name)]))
      : item;
  };
  return mask(value, '') as Answers;
}

/** Ids of all files the answers name. */
export function fileIdsIn(kind: FilingKind, answers: Answers): string[] {
  const fields = formFields(filingForms[kind]).filter(({ input }) => input === 'files');
  const ids = fields.flatMap(({ name }) => (Array.isArray(answers[name]) ? (answers[name] as unknown[]) : []));
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

/** Every phone that stands in the answers, normalized. */
export function phonesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(phonesIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'phone' && typeof item === 'string' ? [normalizePhone(item)] : phonesIn(item),
  );
}

/**
 * The answers as the form keeps them: cleaned and normalized.
 * @throws BAD_INPUT with the fields that are wrong
 */
export function parseAnswers<K extends FilingKind>(kind: K, answers: Answers): FilingAnswers<K> {
  let result;
  try {
    result = filingForms[kind].safeParse(answers);
  } catch {
    // Hostile JSON can make a check itself throw.
    throw new AppError('BAD_INPUT');
  }
  if (!result.success) throw new AppError('BAD_INPUT', explainIssues(result.error.issues));
  return result.data as FilingAnswers<K>;
}
