import { View } from '@tarojs/components';
import { useState } from 'react';
import { formFields, type FormField } from '@shared/kernel/form';
import { filingForms } from '@shared/modules/filing/forms';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { AnswerText } from '@/components/AnswerText';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { sectionsOf } from '@/components/SchemaParts';
import { Sheet } from '@/components/Sheet';
import { columnsOf, type Values } from '@/hooks/formValues';
import { RevealDialog } from './RevealDialog';

const masked = ['idNumber', 'phone'];
const longFrom = 80;

const rowsOf = (value: unknown): Values[] =>
  (Array.isArray(value) ? value : [value]).filter((row): row is Values => typeof row === 'object' && row !== null);
const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A person or a roster: one row each, numbers masked, one tap with a reason to see one in full. */
function People({
  field,
  value,
  onReveal,
}: {
  field: FormField;
  value: unknown;
  onReveal: (path: string, label: string) => void;
}) {
  const columns = columnsOf(field).filter(({ input }) => input !== 'choices');
  const isList = field.input === 'people';
  return (
    <View className="desk-people">
      {rowsOf(value).map((row, index) => (
        <View key={index} className="desk-person">
          {columns
            .filter(({ name }) => !isEmpty(row[name]))
            .map((column) => {
              const path = isList ? `${field.name}.${index}.${column.name}` : `${field.name}.${column.name}`;
              const who = `${String(row.name ?? '')}的${column.label}`;
              return (
                <View key={column.name} className="desk-person__cell">
                  <AnswerText field={column} value={row[column.name]} />
                  {masked.includes(column.input) ? (
                    <Button
                      small
                      kind="text"
                      icon="eye"
                      label="看全号"
                      ariaLabel={`看${who}`}
                      onPress={() => onReveal(path, who)}
                    />
                  ) : null}
                </View>
              );
            })}
        </View>
      ))}
    </View>
  );
}

function Answer({
  field,
  filing,
  onOpen,
  onReveal,
}: {
  field: FormField;
  filing: FilingDetail;
  onOpen: () => void;
  onReveal: (path: string, label: string) => void;
}) {
  const value = filing.answers[field.name];
  const options =
    field.name === 'category'
      ? filing.ruleSet.data.categories.map(({ code, label }) => ({ value: code, label }))
      : field.options;
  const isLong = typeof value === 'string' && value.length > longFrom;
  return (
    <View className="desk-answer">
      <View className="desk-answer__label">{field.label}</View>
      <View className="desk-answer__value">
        {field.input === 'person' ? (
          <People field={field} value={value} onReveal={onReveal} />
        ) : (
          <>
            <View className={isLong ? 'desk-clamp' : undefined}>
              <AnswerText field={field} value={value} options={options} />
            </View>
            {isLong || field.input === 'people' ? (
              <Button small kind="text" label="看全部" ariaLabel={`看全部${field.label}`} onPress={onOpen} />
            ) : null}
          </>
        )}
      </View>
    </View>
  );
}

/** What was filled in, by section. */
export function AnswerSections({ filing }: { filing: FilingDetail }) {
  const [open, setOpen] = useState<FormField>();
  const [asked, setAsked] = useState<{ path: string; label: string }>();
  const reveal = (path: string, label: string) => setAsked({ path, label });
  const fields = formFields(filingForms[filing.kind]).filter(
    ({ name, input }) => input !== 'files' && !isEmpty(filing.answers[name]),
  );
  return (
    <>
      {sectionsOf(fields).map((section) => (
        <Section key={section.title ?? ''} title={section.title}>
          <Card>
            {section.fields.map((field) => (
              <Answer key={field.name} field={field} filing={filing} onOpen={() => setOpen(field)} onReveal={reveal} />
            ))}
          </Card>
        </Section>
      ))}
      {open ? (
        <Sheet title={open.label} full onClose={() => setOpen(undefined)}>
          {open.input === 'people' ? (
            <People field={open} value={filing.answers[open.name]} onReveal={reveal} />
          ) : (
            <View className="desk-long">{String(filing.answers[open.name])}</View>
          )}
        </Sheet>
      ) : null}
      {asked ? <RevealDialog filingId={filing.id} {...asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}
