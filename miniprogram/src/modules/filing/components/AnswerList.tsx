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
import { optionsOf } from '../fieldOptions';

const longFrom = 80;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const rowsOf = (value: unknown): Values[] =>
  (Array.isArray(value) ? value : [value]).filter((row): row is Values => typeof row === 'object' && row !== null);

/** What an answer hides behind 「看全部」: a long text, every person of a roster. */
function Whole({ field, value }: { field: FormField; value: unknown }) {
  const columns = columnsOf(field);
  if (columns.length === 0) return <View className="filing-long">{String(value)}</View>;
  return (
    <View className="stack">
      {rowsOf(value).map((row, index) => (
        <Card key={index}>
          {columns
            .filter(({ name }) => !isEmpty(row[name]))
            .map((column) => (
              <View key={column.name} className="filing-answer">
                <View className="filing-answer__label">{column.label}</View>
                <View className="filing-answer__value">
                  <AnswerText field={column} value={row[column.name]} />
                </View>
              </View>
            ))}
        </Card>
      ))}
    </View>
  );
}

function Answer({ field, filing, onOpen }: { field: FormField; filing: FilingDetail; onOpen: () => void }) {
  const value = filing.answers[field.name];
  const isLong =
    (typeof value === 'string' && value.length > longFrom) || field.input === 'people' || field.input === 'person';
  return (
    <View className="filing-answer">
      <View className="filing-answer__label">{field.label}</View>
      <View className="filing-answer__value">
        <View className={typeof value === 'string' && value.length > longFrom ? 'filing-clamp' : undefined}>
          <AnswerText field={field} value={value} options={optionsOf(field, filing)} />
        </View>
        {isLong && !isEmpty(value) ? (
          <Button small kind="text" label="看全部" ariaLabel={`看全部${field.label}`} onPress={onOpen} />
        ) : null}
      </View>
    </View>
  );
}

/** What was filled in, to read: by section; long answers open over the page. */
export function AnswerList({ filing }: { filing: FilingDetail }) {
  const [open, setOpen] = useState<FormField>();
  const fields = formFields(filingForms[filing.kind]).filter((field) => !isEmpty(filing.answers[field.name]));
  return (
    <>
      {sectionsOf(fields).map((section) => (
        <Section key={section.title ?? ''} title={section.title}>
          <Card>
            {section.fields.map((field) => (
              <Answer key={field.name} field={field} filing={filing} onOpen={() => setOpen(field)} />
            ))}
          </Card>
        </Section>
      ))}
      {open ? (
        <Sheet title={open.label} full onClose={() => setOpen(undefined)}>
          <Whole field={open} value={filing.answers[open.name]} />
        </Sheet>
      ) : null}
    </>
  );
}
