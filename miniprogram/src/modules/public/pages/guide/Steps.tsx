import { View } from '@tarojs/components';
import { dayUnitLabels, type Period } from '@shared/kernel/workdays';
import type { RuleSetData } from '@shared/modules/filing/ruleSet';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';

const period = ({ amount, unit }: Period): string => `${amount} ${dayUnitLabels[unit]}`;

const stepsOf = ({ clocks, validYears, renewBeforeDays }: RuleSetData): { title: string; text: string }[] => [
  { title: '在手机上填表', text: '一次一个问题，自动保存，可以慢慢填。章程能自动生成，再自己改。' },
  {
    title: '街道受理',
    text: `提交后 ${period(clocks.accept)}内受理；缺什么会标出来，您有 ${period(clocks.correct)}补正。`,
  },
  { title: '街道答复', text: `受理后 ${period(clocks.decide)}内答复。通过的发备案编号和电子备案证。` },
  {
    title: '到期延续',
    text: `备案管 ${validYears} 年，满期前 ${renewBeforeDays} 天办延续。名称、负责人、场所变了办变更，不办了办注销。`,
  },
];

/** 怎么办：four steps with the place's own deadlines. */
export function Steps({ rules }: { rules: RuleSetData }) {
  return (
    <Section title="怎么办">
      <Card>
        {stepsOf(rules).map(({ title, text }, index) => (
          <View key={title} className="guide-step">
            <View className="guide-step__mark">{index + 1}</View>
            <View className="grow stack-tight">
              <View className="t-strong">{title}</View>
              <View>{text}</View>
            </View>
          </View>
        ))}
        <View className="t-small c-2">依据：{rules.source}</View>
      </Card>
    </Section>
  );
}
