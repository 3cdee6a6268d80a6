import { Input, View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export interface TextInputProps {
  value: string;
  onChange: (value: string) => void;
  /** Read aloud: the field's label */
  label: string;
  placeholder?: string;
  kind?: 'text' | 'number' | 'idcard' | 'digit';
  maxLength?: number;
  invalid?: boolean;
  disabled?: boolean;
  icon?: IconName;
  /** Right inside: a unit, a small button */
  aside?: ReactNode;
  onDone?: () => void;
  onBlur?: () => void;
  autoFocus?: boolean;
}

const isBrowser = process.env.TARO_ENV === 'h5';
/** A number field of a browser loses pasted blanks and turns with the mouse wheel: only its keyboard is wanted. */
const keyboards = { text: undefined, number: 'numeric', digit: 'decimal', idcard: undefined } as const;

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const {
    value,
    onChange,
    label,
    placeholder,
    kind = 'text',
    maxLength = 140,
    invalid,
    disabled,
    icon,
    aside,
    onDone,
    onBlur,
    autoFocus,
  } = props;
  const [focused, setFocused] = useState(false);
  return (
    <View
      className={classes(
        'sl-input',
        focused && 'sl-input--focus',
        invalid && 'sl-input--error',
        disabled && 'sl-input--off',
      )}
    >
      {icon ? <Icon name={icon} size="small" /> : null}
      <Input
        className="sl-input__inner"
        value={value}
        type={isBrowser ? 'text' : kind}
        placeholder={placeholder}
        placeholderClass="sl-placeholder"
        maxlength={maxLength}
        disabled={disabled || undefined}
        focus={autoFocus || undefined}
        nativeProps={{ 'aria-label': label, 'aria-invalid': invalid ? 'true' : undefined, inputmode: keyboards[kind] }}
        onInput={(event) => onChange(event.detail.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          onBlur?.();
        }}
        onConfirm={onDone}
        {...(process.env.TARO_ENV === 'weapp' ? a11y({ label }) : {})}
      />
      {aside}
    </View>
  );
}
