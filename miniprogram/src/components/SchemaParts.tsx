import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type * as z from 'zod';
import type { FormField } from '@shared/kernel/form';
import type { Form } from '@/hooks/useForm';
import { AnswerText } from './AnswerText';
import { Button } from './Button';
import { Card } from './Card';
import { Field } from './Field';
import { FormControl, type FormExtras } from './FormControl';
import { Note } from './Note';
import { Section } from './Section';

export interface SchemaFormProps<S extends z.ZodObject> {
  form: Form<S>;
  /** `wizard`: one question per screen, then an overview; `all`: everything on one page */
  mode?: 'wizard' | 'all';
  /** Says the act: 「提交备案」 */
  submitLabel: string;
  /** Gets the parsed answers; only called when all is in order */
  onSubmit: (answers: z.output<S>) => unknown;
  submitting?: boolean;
  submitDisabledReason?: string;
  /** What a form knows beside its schema, by field: choices known only at run time, purposes of files, … */
  extras?: FormExtras;
  /** Under the questions: the filing coach */
  coach?: ReactNode;
  /** Under one field: 「自动生成章程」 */
  below?: Partial<Record<string, ReactNode>>;
  /** Where the answers are kept; by default when the phone kept them */
  saved?: ReactNode;
  /** Called when a question was answered and left (wizard): for a draft on the server */
  onStep?: (name: string) => unknown;
  /** Wizard: where it begins; by default at the first unanswered question, or at the overview for a returned form */
  startAt?: string;
}

/** Fields in their sections, in the order of the schema. */
export function sectionsOf(fields: readonly FormField[]): { title: string | undefined; fields: FormField[] }[] {
  const titles = Array.from(new Set(fields.map(({ section }) => section)));
  return titles.map((title) => ({ title, fields: fields.filter(({ section }) => section === title) }));
}

/** All answers, by section, each with 修改 where it is open. */
export function SchemaOverview<S extends z.ZodObject>({
  form,
  extras = {},
  onEdit,
}: {
  form: Form<S>;
  extras?: FormExtras;
  onEdit?: (name: string) => void;
}) {
  return (
    <>
      {sectionsOf(form.fields).map(({ title, fields }) => (
        <Section key={title ?? ''} title={title}>
          <Card>
            {fields.map((field) => {
              const error = form.errorOf(field.name);
              const returned = form.returnedReason(field.name);
              return (
                <View key={field.name} className="row row-top">
                  <View className="grow stack-tight">
                    <View className="t-small c-2">{field.label}</View>
                    <View className={field.input === 'longText' ? 'sl-clamp' : undefined}>
                      <AnswerText field={field} value={form.values[field.name]} options={extras[field.name]?.options} />
                    </View>
                    {returned ? (
                      <Note tone="accent" icon="back">
                        街道请您修改：{returned}
                      </Note>
                    ) : null}
                    {error ? <View className="t-small c-danger">{error}</View> : null}
                  </View>
                  {onEdit && form.isOpen(field.name) ? (
                    <Button
                      small
                      kind="text"
                      label="修改"
                      ariaLabel={`修改${field.label}`}
                      onPress={() => onEdit(field.name)}
                    />
                  ) : null}
                </View>
              );
            })}
          </Card>
        </Section>
      ))}
    </>
  );
}

/** One field as a form shows it: label, the clerk's reason, input, help or error. */
export function SchemaField<S extends z.ZodObject>(props: {
  form: Form<S>;
  field: FormField;
  extras?: FormExtras;
  asQuestion?: boolean;
  below?: ReactNode;
}) {
  const { form, field, extras, asQuestion, below } = props;
  const error = form.errorOf(field.name);
  const isComposite = field.input === 'person' || field.input === 'people';
  return (
    <Field
      id={`field-${field.name}`}
      label={asQuestion ? (field.question ?? field.label) : field.label}
      optional={field.optional}
      help={field.help}
      error={isComposite && error ? `请看标出的地方：${error}` : error}
      returned={form.returnedReason(field.name)}
    >
      <FormControl form={form} field={field} extras={extras?.[field.name]} invalid={Boolean(error)} />
      {below}
    </Field>
  );
}
