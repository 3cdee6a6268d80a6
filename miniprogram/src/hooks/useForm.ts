import { useEffect, useMemo, useRef, useState } from 'react';
import type * as z from 'zod';
import type { AppError, FieldError } from '@shared/kernel/errors';
import { formFields, type FormField } from '@shared/kernel/form';
import { sessionStore } from '@/client/sessionStore';
import { forget, remember, remembered, rememberedKeys } from '@/client/storage';
import { cleanValues, errorUnder, issueErrors, type Values } from './formValues';

export interface FormOptions<S extends z.ZodObject> {
  schema: S;
  /** What the server holds */
  initial?: Values;
  /** When the server's values were saved (ISO); an older draft on the phone yields to them */
  initialAt?: string;
  /** Keeps half-filled answers on the phone under this name: `filing.<id>` */
  draftKey?: string;
  /** Only these may be edited (dotted paths allowed); undefined: all */
  openFields?: readonly string[];
  /** What the clerk marked, with his reason */
  returned?: readonly { field: string; reason: string }[];
  /** Only these are asked, of all the schema has */
  only?: readonly string[];
}

export interface Form<S extends z.ZodObject = z.ZodObject> {
  fields: FormField[];
  values: Values;
  set: (name: string, value: unknown) => void;
  /** Takes several values at once, e.g. from the server */
  setAll: (values: Values) => void;
  /** Checks everything, or only some fields; marks what is wrong. The parsed answers, or undefined. */
  validate: (names?: readonly string[]) => z.output<S> | undefined;
  /** Puts the server's refusal on the fields; true when any field took it (for `onError` of `useAction`) */
  fail: (error: AppError) => boolean;
  errors: FieldError[];
  /** First error of a field or inside it */
  errorOf: (name: string) => string | undefined;
  /** May be edited: the field, a part of it, or the part named by a dotted path */
  isOpen: (name: string) => boolean;
  returnedReason: (name: string) => string | undefined;
  /** Values as they would be sent, unchecked: for a draft on the server */
  cleaned: () => Values;
  /** When the phone kept the draft last */
  savedAt: Date | undefined;
  clearDraft: () => void;
}

interface Draft {
  values: Values;
  at: string;
}

const prefix = 'draft.';
const saveAfterMs = 400;

/** All drafts of this phone; called when somebody signs out. */
export const forgetDrafts = (): void => rememberedKeys(prefix).forEach(forget);

const concerns = (path: string, name: string): boolean => path === name || path.startsWith(`${name}.`);

/** A form by its zod schema: values, draft on the phone, Chinese errors, marked and open fields. Show it with `SchemaForm`. */
export function useForm<S extends z.ZodObject>(options: FormOptions<S>): Form<S> {
  const { schema, initial = {}, initialAt, openFields, returned = [], only } = options;
  const userId = sessionStore((state) => state.userId ?? 'guest');
  const key = options.draftKey ? `${prefix}${userId}.${options.draftKey}` : undefined;
  const fields = useMemo(() => formFields(schema).filter(({ name }) => !only || only.includes(name)), [schema, only]);
  const [draft] = useState(() => {
    const kept = key ? remembered<Draft>(key) : undefined;
    return kept && (!initialAt || kept.at > initialAt) ? kept : undefined;
  });
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...draft?.values }));
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [savedAt, setSavedAt] = useState<Date | undefined>(draft && new Date(draft.at));
  const changed = useRef(false);

  useEffect(() => {
    if (!key || !changed.current) return undefined;
    const timer = setTimeout(() => {
      const at = new Date();
      if (remember(key, { values, at: at.toISOString() } satisfies Draft)) setSavedAt(at);
    }, saveAfterMs);
    return () => clearTimeout(timer);
  }, [key, values]);

  const setAll = (next: Values) => {
    changed.current = true;
    setValues((before) => ({ ...before, ...next }));
    setErrors((before) => before.filter(({ field }) => !Object.keys(next).some((name) => concerns(field, name))));
  };
  const cleaned = () => cleanValues(fields, values);
  const validate = (names?: readonly string[]): z.output<S> | undefined => {
    const result = schema.safeParse({ ...initialOutside(fields, initial), ...cleaned() });
    const found = result.success ? [] : issueErrors(result.error.issues, fields, values);
    const wanted = names ? found.filter(({ field }) => names.some((name) => concerns(field, name))) : found;
    setErrors((before) => [
      ...before.filter(({ field }) => names && !names.some((name) => concerns(field, name))),
      ...wanted,
    ]);
    if (wanted.length > 0) return undefined;
    return result.success ? (result.data as z.output<S>) : (cleaned() as z.output<S>);
  };
  const fail = (error: AppError): boolean => {
    setErrors(error.fields);
    return error.fields.some(({ field }) => fields.some(({ name }) => concerns(field, name)));
  };
  return {
    fields,
    values,
    set: (name, value) => setAll({ [name]: value }),
    setAll,
    validate,
    fail,
    errors,
    errorOf: (name) => errorUnder(errors, name)?.message,
    isOpen: (name) => !openFields || openFields.some((path) => concerns(path, name) || concerns(name, path)),
    returnedReason: (name) =>
      returned
        .filter(({ field }) => concerns(field, name))
        .map(({ reason }) => reason)
        .join('；') || undefined,
    cleaned,
    savedAt,
    clearDraft: () => {
      changed.current = false;
      if (key) forget(key);
      setSavedAt(undefined);
    },
  };
}

/** Values of fields that are not asked here still belong to the whole. */
function initialOutside(fields: readonly FormField[], initial: Values): Values {
  return Object.fromEntries(Object.entries(initial).filter(([name]) => !fields.some((field) => field.name === name)));
}
