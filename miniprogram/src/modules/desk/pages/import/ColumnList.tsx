import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Field } from '@/components/Field';
import { Section } from '@/components/Section';
import { Select } from '@/components/SheetList';
import type { Import, Preview } from './useImport';

const kept = 'kept';
const sampleCount = 3;

function Column({
  column,
  fields,
  onChange,
}: {
  column: Preview['columns'][number];
  fields: Preview['fields'];
  onChange: (field: string | undefined) => void;
}) {
  const samples = column.samples.filter((sample) => sample !== '').slice(0, sampleCount);
  const options = [
    { value: kept, label: '不读入，原样保留' },
    ...fields.map(({ field, label, required }) => ({ value: field, label: required ? `${label}（必须有）` : label })),
  ];
  return (
    <Field
      label={column.header || `第 ${column.index + 1} 列（没有表头）`}
      help={samples.length ? `例如：${samples.join('、')}` : '这一列是空的'}
    >
      <Select
        label={`“${column.header}”是哪一栏`}
        options={options}
        value={column.field ?? kept}
        onChange={(next) => onChange(next === kept ? undefined : next)}
      />
    </Field>
  );
}

/** Which column is what: proposed by the words of the head, corrected here. */
export function ColumnList({
  columns,
  fields,
  headerRow,
  onColumn,
}: {
  columns: Preview['columns'];
  fields: Preview['fields'];
  headerRow: number;
  onColumn: Import['setColumn'];
}) {
  return (
    <Section title="每一列是什么" help={`表头在第 ${headerRow} 行。认错了的，点开改过来，下面的结果会跟着变`}>
      <Card>
        <View className="staff-columns">
          {columns.map((column) => (
            <Column
              key={column.index}
              column={column}
              fields={fields}
              onChange={(field) => onColumn(column.index, field)}
            />
          ))}
        </View>
      </Card>
    </Section>
  );
}
