import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { pressable } from './a11y';
import { Cell } from './Cell';
import type { Option } from './ChoiceTiles';
import { classes } from './classes';
import { Icon } from './Icon';
import { Empty } from './QueryView';
import { Sheet } from './Sheet';
import { TextInput } from './TextInput';

export interface SheetListProps<Value extends string> {
  title: string;
  options: readonly Option<Value>[];
  value: Value | undefined;
  onChoose: (value: Value) => void;
  onClose: () => void;
}

const searchFrom = 9;

/** A list over the page; long ones can be searched. Mount it to open it. */
export function SheetList<Value extends string>({ title, options, value, onChoose, onClose }: SheetListProps<Value>) {
  const [text, setText] = useState('');
  const shown = options.filter(({ label }) => label.includes(text.trim()));
  return (
    <Sheet title={title} onClose={onClose}>
      {options.length >= searchFrom ? (
        <TextInput value={text} onChange={setText} label="查找" placeholder="名字里的几个字" icon="search" />
      ) : null}
      {shown.length ? (
        <View className="sl-options">
          {shown.map((option) => (
            <Cell
              key={option.value}
              plain
              title={option.label}
              note={option.note}
              disabledReason={option.disabledReason}
              selected={option.value === value}
              value={option.value === value ? <Icon name="check" size="small" label="已选" /> : undefined}
              label={option.value === value ? `${option.label}，已选` : option.label}
              onPress={() => onChoose(option.value)}
            />
          ))}
        </View>
      ) : (
        <Empty icon="search" text="没有找到，换几个字试试" />
      )}
    </Sheet>
  );
}

export interface SelectProps<Value extends string> {
  options: readonly Option<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  label: string;
  placeholder?: string;
  invalid?: boolean;
  disabled?: boolean;
}

/** A field that opens a `SheetList`; for more choices than fit in sight. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  label,
  placeholder = '请选择',
  invalid,
  disabled,
}: SelectProps<Value>) {
  const [isOpen, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  return (
    <>
      <PickerBox
        label={label}
        text={chosen?.label}
        placeholder={placeholder}
        invalid={invalid}
        disabled={disabled}
        onOpen={() => setOpen(true)}
      />
      {isOpen ? (
        <SheetList
          title={label}
          options={options}
          value={value}
          onClose={() => setOpen(false)}
          onChoose={(next) => {
            onChange(next);
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

export interface PickerBoxProps {
  label: string;
  text: string | undefined;
  placeholder: string;
  onOpen: () => void;
  invalid?: boolean;
  disabled?: boolean;
  icon?: 'down' | 'calendar' | 'pin';
}

/** The closed face of a picker. */
export function PickerBox({ label, text, placeholder, onOpen, invalid, disabled, icon = 'down' }: PickerBoxProps) {
  return (
    <View
      className={classes(
        'sl-input',
        !disabled && 'sl-press',
        invalid && 'sl-input--error',
        disabled && 'sl-input--off',
      )}
      {...pressable(onOpen, { label: `${label}，${text ?? placeholder}`, disabled })}
    >
      <Text className={classes('grow', !text && 'sl-placeholder')}>{text ?? placeholder}</Text>
      <Icon name={icon} size="small" />
    </View>
  );
}
