import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';

export interface TextAreaProps {
  value: string;
  onChange: (value: string) => void;
  /** Read aloud: the field's label */
  label: string;
  placeholder?: string;
  maxLength?: number;
  invalid?: boolean;
  disabled?: boolean;
  onBlur?: () => void;
}

/** Several lines of text; says how many characters are left when few are. */
export function TextArea({
  value,
  onChange,
  label,
  placeholder,
  maxLength = 1000,
  invalid,
  disabled,
  onBlur,
}: TextAreaProps) {
  const [focused, setFocused] = useState(false);
  const left = maxLength - value.length;
  return (
    <View>
      <View
        className={classes(
          'sl-input',
          focused && 'sl-input--focus',
          invalid && 'sl-input--error',
          disabled && 'sl-input--off',
        )}
      >
        <Textarea
          className="sl-area"
          value={value}
          placeholder={placeholder}
          placeholderClass="sl-placeholder"
          maxlength={maxLength}
          disabled={disabled || undefined}
          autoHeight={process.env.TARO_ENV === 'weapp'}
          nativeProps={{ 'aria-label': label, 'aria-invalid': invalid ? 'true' : undefined }}
          onInput={(event) => onChange(event.detail.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            onBlur?.();
          }}
          {...(process.env.TARO_ENV === 'weapp' ? a11y({ label }) : {})}
        />
      </View>
      {left < Math.min(50, maxLength / 5) ? <View className="t-small c-3">还可以写 {left} 个字</View> : null}
    </View>
  );
}
