import type * as z from 'zod';
import { Button } from './Button';
import { Card } from './Card';
import { Note } from './Note';
import { SchemaField, sectionsOf, type SchemaFormProps } from './SchemaParts';
import { SchemaWizard } from './SchemaWizard';
import { Section } from './Section';

export type { SchemaFormProps };

/** A form from its zod schema. Give it a form of `useForm`. */
export function SchemaForm<S extends z.ZodObject>(props: SchemaFormProps<S>) {
  if (props.mode === 'wizard') return <SchemaWizard {...props} />;
  const { form, extras, below, coach, submitLabel, onSubmit, submitting, submitDisabledReason } = props;
  const submit = () => {
    const answers = form.validate();
    if (answers) void onSubmit(answers);
  };
  return (
    <>
      {sectionsOf(form.fields).map(({ title, fields }) => (
        <Section key={title ?? ''} title={title}>
          <Card>
            {fields.map((field) => (
              <SchemaField key={field.name} form={form} field={field} extras={extras} below={below?.[field.name]} />
            ))}
          </Card>
        </Section>
      ))}
      {coach}
      {form.errors.length ? <Note tone="danger">有 {form.errors.length} 处要改，请看标出的地方</Note> : null}
      <Button label={submitLabel} onPress={submit} loading={submitting} disabledReason={submitDisabledReason} />
    </>
  );
}
