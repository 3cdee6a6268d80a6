import { View } from '@tarojs/components';
import type { RuleSetData } from '@shared/modules/filing/ruleSet';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Section } from '@/components/Section';
import { needsOf } from './needsOf';

/** 要准备什么：each with the sentence of the rule behind it. */
export function Needs({ rules }: { rules: RuleSetData }) {
  return (
    <Section title="要准备什么">
      <Card>
        {needsOf(rules).map(({ id, text, source }) => (
          <View key={id} className="row row-top">
            <Icon name="checkCircle" size="small" />
            <View className="grow stack-tight">
              <View className="t-strong">{text}</View>
              <View className="t-small c-2">{source}</View>
            </View>
          </View>
        ))}
        <View className="row row-top">
          <Icon name="user" size="small" />
          <View className="grow stack-tight">
            <View className="t-strong">负责人和发起人的姓名、身份证号、手机号</View>
            <View className="t-small c-2">只用于资格审查，不会公开</View>
          </View>
        </View>
      </Card>
    </Section>
  );
}
