import { View } from '@tarojs/components';
import { selfCheckItems } from '@shared/modules/organization/selfCheck';
import { Icon } from '@/components/Icon';

/** What is not in order yet, and what to do about each. `gaps`: what to do, as the server answers. */
export function GapList({ gaps }: { gaps: readonly string[] }) {
  if (gaps.length === 0) return <View className="c-ok t-strong">都做到了，请保持。</View>;
  return (
    <View className="stack">
      {gaps.map((gap) => {
        const item = selfCheckItems.find(({ mend }) => mend === gap);
        return (
          <View key={gap} className="row row-top">
            <Icon name="warn" size="small" />
            <View className="grow stack-tight">
              <View className="t-strong">{item ? item.label : gap}</View>
              {item ? <View>还没做到。{item.mend}。</View> : null}
            </View>
          </View>
        );
      })}
    </View>
  );
}
