import { View } from '@tarojs/components';
import { TextInput } from '@/components/TextInput';

export interface NumberInputProps {
  /** NaN: nothing typed yet */
  value: number;
  onChange: (value: number) => void;
  label: string;
  /** 「年」「人」 */
  unit?: string;
  invalid?: boolean;
}

/** A whole number; what is no number is NaN, which no schema accepts. */
export function NumberInput({ value, onChange, label, unit, invalid }: NumberInputProps) {
  const change = (text: string) => onChange(/^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN);
  return (
    <TextInput
      kind="number"
      value={Number.isNaN(value) ? '' : String(value)}
      onChange={change}
      label={label}
      maxLength={6}
      invalid={invalid}
      aside={unit ? <View className="c-2 no-shrink">{unit}</View> : undefined}
    />
  );
}
