import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { a11y } from './a11y';
import { Icon } from './Icon';

export interface FieldProps {
  label: string;
  /** One sentence below */
  help?: ReactNode;
  /** Replaces the help and says how to mend */
  error?: string;
  optional?: boolean;
  /** The clerk's reason why this was returned */
  returned?: string;
  id?: string;
}

/** Label above, help below; an error replaces the help. */
export function Field({ label, help, error, optional, returned, id, children }: PropsWithChildren<FieldProps>) {
  return (
    <View className="sl-field" id={id}>
      <View className="sl-field__label">
        <Text>{label}</Text>
        {optional ? <Text className="sl-field__optional">可以不填</Text> : null}
      </View>
      {returned ? (
        <View className="sl-field__returned" {...a11y({ role: 'status' })}>
          <Icon name="back" size="small" />
          <View className="grow">街道请您修改：{returned}</View>
        </View>
      ) : null}
      {children}
      {error ? (
        <View className="sl-field__error" {...a11y({ role: 'alert', live: 'polite' })}>
          <Icon name="warn" size="small" />
          <View className="grow">{error}</View>
        </View>
      ) : help ? (
        <View className="sl-field__help">{help}</View>
      ) : null}
    </View>
  );
}
