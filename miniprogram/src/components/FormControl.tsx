import type * as z from 'zod';
import type { FormField } from '@shared/kernel/form';
import { columnsOf, type Values } from '@/hooks/formValues';
import type { Form } from '@/hooks/useForm';
import { FieldControl, type FieldExtras } from './FieldControl';
import { PeopleInput } from './PeopleInput';
import { PersonFields } from './PersonFields';

/** Extras by field name; `readSheet` turns an uploaded roster into rows. */
export type FormExtras = Partial<Record<string, FieldExtras & { readSheet?: (fileId: string) => Promise<Values[]> }>>;

export interface FormControlProps<S extends z.ZodObject> {
  form: Form<S>;
  field: FormField;
  extras?: FormExtras[string];
  invalid?: boolean;
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The input of one field of a form, persons and rosters included. */
export function FormControl<S extends z.ZodObject>({ form, field, extras, invalid }: FormControlProps<S>) {
  const value = form.values[field.name];
  const disabled = !form.isOpen(field.name);
  const change = (next: unknown) => form.set(field.name, next);
  const inner = form.errors
    .filter((error) => error.field.startsWith(`${field.name}.`))
    .map(({ field: path, message }) => ({ field: path.slice(field.name.length + 1), message }));
  if (field.input === 'person') {
    return (
      <PersonFields
        columns={columnsOf(field)}
        value={isValues(value) ? value : {}}
        onChange={change}
        errors={inner}
        disabled={disabled}
        isOpen={(name) => form.isOpen(`${field.name}.${name}`)}
      />
    );
  }
  if (field.input === 'people') {
    const rows = Array.isArray(value) ? value.filter(isValues) : [];
    return (
      <PeopleInput
        label={field.label}
        columns={columnsOf(field)}
        value={rows}
        onChange={change}
        errors={inner}
        disabled={disabled}
        isOpen={(path) => form.isOpen(`${field.name}.${path}`)}
        readSheet={extras?.readSheet}
      />
    );
  }
  return (
    <FieldControl field={field} value={value} onChange={change} extras={extras} invalid={invalid} disabled={disabled} />
  );
}
