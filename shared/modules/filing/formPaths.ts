import * as z from 'zod';
import type { FieldWords } from '@shared/kernel/form';
import { filingForms } from './forms';
import type { FilingKind } from './status';

function bare(schema: z.ZodType): z.ZodType {
  let current: unknown = schema;
  while (current instanceof z.ZodOptional || current instanceof z.ZodDefault || current instanceof z.ZodNullable)
    current = current.unwrap();
  return current as z.ZodType;
}

const wordsOf = (schema: z.ZodType): string | undefined =>
  ((schema.meta() ?? bare(schema).meta()) as FieldWords | undefined)?.label;

/** One step down: a key of an object, or a row of a list. */
function step(schema: z.ZodType, key: string): { schema: z.ZodType; label: string } | undefined {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) {
    const next = Object.prototype.hasOwnProperty.call(inner.shape, key) ? (inner.shape[key] as z.ZodType) : undefined;
    return next && { schema: next, label: wordsOf(next) ?? key };
  }
  if (inner instanceof z.ZodArray && /^(0|[1-9]\d{0,2})$/.test(key)) {
    const next = inner.element as unknown as z.ZodType;
    // Only lists of people have rows one can point at; a file or a choice is marked as a whole.
    return bare(next) instanceof z.ZodObject ? { schema: next, label: `第 ${Number(key) + 1} 位` } : undefined;
  }
  return undefined;
}

/**
 * The words of a place in a form, 「负责人·身份证号」 for `leader.idNumber`, 「成员花名册·第 4 位·电话」 for `members.3.phone`;
 * undefined when the form has no such place.
 */
export function labelOfPath(kind: FilingKind, path: string): string | undefined {
  let schema: z.ZodType = filingForms[kind];
  const labels: string[] = [];
  for (const key of path.split('.')) {
    const next = step(schema, key);
    if (!next) return undefined;
    labels.push(next.label);
    schema = next.schema;
  }
  return labels.join('·');
}

/** True when an edit at `path` stays inside one of the places opened for correction. */
export const isWithin = (path: string, openPaths: readonly string[]): boolean =>
  openPaths.some((open) => path === open || path.startsWith(`${open}.`));
