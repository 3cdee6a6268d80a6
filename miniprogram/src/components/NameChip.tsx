import { Text, View } from '@tarojs/components';
import { a11y } from './a11y';

export interface NameChipProps {
  name: string;
  /** What the person is here: 「负责人」 */
  role?: string;
}

/** A person. */
export function NameChip({ name, role }: NameChipProps) {
  return (
    <View className="sl-chip">
      <View className="sl-chip__face" {...a11y({ hidden: true })}>
        {Array.from(name)[0] ?? '？'}
      </View>
      <View>
        <Text>{name}</Text>
        {role ? <Text className="t-small c-2"> {role}</Text> : null}
      </View>
    </View>
  );
}
