import { View } from '@tarojs/components';
import { selfCheckItems } from '@shared/modules/organization/selfCheck';
import { Icon } from '@/components/Icon';

/** What is not in order yet, and what to do about each. `gaps`: ids of the questions, or sentences. */
export function GapList({ gaps }: { gaps: readonly string[] }) {
  if (gaps.length === 0) return <View className="c-ok t-strong">都做到了，请保持。</View>;
  return (
    <View className="stack">
      {gaps.map((gap) => {
        const item = selfCheckItems.find(({ id, label }) => id === gap || label === gap);
        return (
          <View key={gap} className="row row-top">
            <Icon name="warn" size="small" />
            <View className="grow stack-tight">
              <View className="t-strong">{item ? `还没做到：${item.label}` : gap}</View>
              {item ? <View>怎么办：{item.mend}</View> : null}
            </View>
          </View>
        );
      })}
    </View>
  );
}
