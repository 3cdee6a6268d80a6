import { View } from '@tarojs/components';
import { Card } from '@/components/Card';

/** Labels and what is known; what is not known is left out. */
export function FactList({ facts }: { facts: readonly (readonly [string, string | null])[] }) {
  const known = facts.filter(([, text]) => text !== null && text !== '');
  return (
    <Card>
      {known.length === 0 ? <View className="c-2">还没有填写</View> : null}
      {known.map(([label, text]) => (
        <View key={label} className="filing-answer">
          <View className="filing-answer__label">{label}</View>
          <View className="filing-answer__value">{text}</View>
        </View>
      ))}
    </Card>
  );
}
