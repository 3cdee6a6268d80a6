import type * as z from 'zod';
import type { FieldError } from '@shared/kernel/errors';
import { formFields, type FormField } from '@shared/kernel/form';

export type Values = Record<string, unknown>;

const isPlainObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is under the wrappers (`optional`, `default`, …) of a schema. */
function unwrapped(schema: z.ZodType): z.ZodType {
  const inner = (schema as unknown as { def: { innerType?: z.ZodType } }).def.innerType;
  return inner ? unwrapped(inner) : schema;
}

/** The columns of a person or of a row of people; empty for other fields. */
export function columnsOf(field: FormField): FormField[] {
  const schema = unwrapped(field.schema);
  const element = (schema as unknown as { def: { element?: z.ZodType } }).def.element;
  const row = element ? unwrapped(element) : schema;
  return 'shape' in row ? formFields(row as z.ZodObject) : [];
}

/** A new row: what the schema has a default for. */
export function emptyRow(columns: readonly FormField[]): Values {
  const defaults = columns.map(({ name, schema }) => [name, schema.safeParse(undefined).data] as const);
  return Object.fromEntries(defaults.filter(([, value]) => value !== undefined));
}

function cleanValue(field: FormField, value: unknown): unknown {
  if (value === '' || value === null) return undefined;
  if (field.input === 'number' && typeof value === 'string') {
    const digits = value.trim();
    return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : digits === '' ? undefined : digits;
  }
  if (field.input === 'person' && isPlainObject(value)) {
    const person = cleanValues(columnsOf(field), value);
    const hasWords = Object.values(person).some((each) => typeof each === 'string');
    return hasWords || !field.optional ? person : undefined;
  }
  if (field.input === 'people' && Array.isArray(value)) {
    const columns = columnsOf(field);
    return value.filter(isPlainObject).map((row) => cleanValues(columns, row));
  }
  if (Array.isArray(value) && value.length === 0 && field.optional) return undefined;
  return value;
}

/** Values as the schema wants them: nothing typed is nothing sent, digits are numbers. */
export function cleanValues(fields: readonly FormField[], values: Values): Values {
  const pairs = fields.map((field) => [field.name, cleanValue(field, values[field.name])] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);
const isPicked = (field: FormField): boolean =>
  ['date', 'choice', 'choices', 'region', 'files', 'yesNo'].includes(field.input);
const missingWords = (field: FormField): string => (isPicked(field) ? `请选择${field.label}` : `请填写${field.label}`);

const boundUnit: Record<string, string> = { string: '个字', array: '个', set: '个' };

/** One issue of zod as a sentence that says how to mend it. `field` is the innermost field it concerns. */
export function issueWords(issue: z.core.$ZodIssue, field: FormField, value: unknown): string {
  const isMissing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isChinese(issue.message) && !(isMissing && issue.code !== 'invalid_type' && issue.code !== 'too_small'))
    return issue.message;
  if (isMissing) return missingWords(field);
  switch (issue.code) {
    case 'too_small':
      return `${field.label}至少要 ${issue.minimum} ${boundUnit[issue.origin] ?? ''}`.trim();
    case 'too_big':
      return `${field.label}最多 ${issue.maximum} ${boundUnit[issue.origin] ?? ''}`.trim();
    case 'invalid_type':
      return field.input === 'number' ? `${field.label}请填数字` : missingWords(field);
    case 'invalid_value':
      return `请从列表里选择${field.label}`;
    default:
      return `${field.label}没填对，请检查后重填`;
  }
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    values,
  );
}

/** The innermost field a path leads to: a column of a person, or the field itself. */
export function fieldAt(fields: readonly FormField[], path: readonly PropertyKey[]): FormField | undefined {
  const top = fields.find(({ name }) => name === path[0]);
  if (!top || path.length === 1) return top;
  const columns = columnsOf(top);
  const rest = path.slice(1).filter((key) => typeof key === 'string' && !/^\d+$/.test(key));
  return columns.find(({ name }) => name === rest[0]) ?? top;
}

/** Errors of a form by dotted path: `leader.phone`, `members.3.name`; the first of each path. */
export function issueErrors(
  issues: readonly z.core.$ZodIssue[],
  fields: readonly FormField[],
  values: Values,
): FieldError[] {
  const errors = new Map<string, string>();
  for (const issue of issues) {
    const path = issue.path.map(String).join('.');
    const field = fieldAt(fields, issue.path);
    if (errors.has(path)) continue;
    errors.set(path, field ? issueWords(issue, field, valueAt(values, issue.path)) : '有内容没填对，请检查');
  }
  return Array.from(errors, ([field, message]) => ({ field, message }));
}

/** The error of a field itself, or the first one inside it. */
export function errorUnder(errors: readonly FieldError[], name: string): FieldError | undefined {
  return errors.find(({ field }) => field === name) ?? errors.find(({ field }) => field.startsWith(`${name}.`));
}
