import type * as z from 'zod';

/** How a field is asked on the screen. */
export type FieldInput =
  | 'text'
  | 'longText'
  | 'number'
  | 'phone'
  | 'idNumber'
  | 'date'
  | 'choice'
  | 'choices'
  | 'region'
  | 'files'
  | 'person'
  | 'people'
  | 'yesNo';

/** Words of a form field, carried by the zod schema itself (`.meta(field({...}))`, always the last call of the chain). */
export interface FieldWords {
  label: string;
  /** One sentence under the field */
  help?: string;
  /** The question as asked on a screen of its own */
  question?: string;
  input: FieldInput;
  options?: readonly { value: string; label: string }[];
  section?: string;
  [key: string]: unknown;
}

export const field = (words: FieldWords): FieldWords => words;

export interface FormField extends FieldWords {
  name: string;
  optional: boolean;
  schema: z.ZodType;
}

/** The fields of a form in their order. A field without words is not asked. */
export function formFields(schema: z.ZodObject): FormField[] {
  return Object.entries(schema.shape).flatMap(([name, fieldSchema]) => {
    const words = (fieldSchema as z.ZodType).meta() as FieldWords | undefined;
    if (!words?.label) return [];
    return [
      {
        ...words,
        name,
        schema: fieldSchema as z.ZodType,
        optional: (fieldSchema as z.ZodType).safeParse(undefined).success,
      },
    ];
  });
}
