import { View } from '@tarojs/components';
import type { FieldError } from '@shared/kernel/errors';
import type { FormField } from '@shared/kernel/form';
import type { Values } from '@/hooks/formValues';
import { Field } from './Field';
import { FieldControl } from './FieldControl';

export interface PersonFieldsProps {
  columns: readonly FormField[];
  value: Values;
  onChange: (value: Values) => void;
  /** Errors with paths inside the person: `phone` */
  errors: readonly FieldError[];
  disabled?: boolean;
  /** False for parts that stay as they are */
  isOpen?: (name: string) => boolean;
}

/** The parts of one person, each with its label. */
export function PersonFields({ columns, value, onChange, errors, disabled, isOpen }: PersonFieldsProps) {
  return (
    <View className="stack">
      {columns.map((column) => {
        const error = errors.find(({ field }) => field === column.name)?.message;
        return (
          <Field
            key={column.name}
            label={column.label}
            help={column.help}
            optional={column.optional && column.input !== 'yesNo' && column.input !== 'choices'}
            error={error}
          >
            <FieldControl
              field={column}
              value={value[column.name]}
              invalid={Boolean(error)}
              disabled={disabled || isOpen?.(column.name) === false}
              onChange={(next) => onChange({ ...value, [column.name]: next })}
            />
          </Field>
        );
      })}
    </View>
  );
}
