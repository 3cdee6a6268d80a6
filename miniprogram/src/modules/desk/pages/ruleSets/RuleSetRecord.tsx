import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { formatFullDate, todayIn } from '@shared/kernel/civilDate';
import type { RuleSet } from '@shared/modules/filing/ruleSet';
import { Card } from '@/components/Card';
import { RegionName } from '@/components/AnswerText';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { clockWords, codeExample, conditionSentence, countersignWords, fieldLabel } from './ruleSetWords';

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <View className="staff-fact">
    <View className="staff-fact__label">{label}</View>
    <View className="grow">{children}</View>
  </View>
);

const Item = ({ title, note, value }: { title: string; note?: string; value?: string }) => (
  <View className="staff-item">
    <View className="grow stack-tight">
      <View>{title}</View>
      {note ? <View className="t-small c-2">依据：{note}</View> : null}
    </View>
    {value ? <View className="c-2 no-shrink">{value}</View> : null}
  </View>
);

const List = ({ title, none, children }: { title: string; none: string; children: ReactNode[] }) => (
  <Section title={title}>
    <Card>
      {children.length ? <View className="staff-list">{children}</View> : <View className="c-2">{none}</View>}
    </Card>
  </Section>
);

/** A rule set as a clerk reads it. */
export function RuleSetRecord({ ruleSet }: { ruleSet: RuleSet }) {
  const { data, version } = ruleSet;
  const today = todayIn(new Date());
  const total = data.checklist.reduce((sum, { maxScore }) => sum + maxScore, 0);
  return (
    <View className="staff-sections">
      <Card>
        <View className="row row-wrap">
          <View className="t-title">{data.title}</View>
          <Tag text={`第 ${version} 版`} />
          {data.effectiveOn > today ? (
            <Tag tone="warn" text={`${formatFullDate(data.effectiveOn)} 起才施行`} icon="clock" />
          ) : null}
        </View>
        <View className="staff-facts">
          <Fact label="适用地区">
            <RegionName code={data.regionCode} />
          </Fact>
          <Fact label="依据">{data.source}</Fact>
          <Fact label="施行日期">{formatFullDate(data.effectiveOn)}</Fact>
        </View>
      </Card>
      <Section title="时限和有效期">
        <Card>
          <View className="staff-facts">
            <Fact label="提交后受理">{clockWords(data.clocks.accept)}内</Fact>
            <Fact label="受理后办结">{clockWords(data.clocks.decide)}内</Fact>
            <Fact label="退回后补正">{clockWords(data.clocks.correct)}内</Fact>
            <Fact label="备案有效期">{data.validYears} 年</Fact>
            <Fact label="申请延续">满期前 {data.renewBeforeDays} 日起</Fact>
            <Fact label="备案编号">如 {codeExample(data, today)}</Fact>
            <Fact label="会签">{countersignWords[data.countersign]}</Fact>
            <Fact label="负责人年龄">
              {data.leaderAge.min}–{data.leaderAge.max} 岁
            </Fact>
            <Fact label="担任负责人">一人最多 {data.leaderPostsMax} 个组织</Fact>
          </View>
        </Card>
      </Section>
      <List title="备案条件" none="没有另外的条件">
        {data.conditions.map((condition) => (
          <Item key={condition.id} title={conditionSentence(condition)} note={condition.source} />
        ))}
      </List>
      <List title="要交的材料" none="除申请表外不另要材料">
        {data.materials.map(({ id, label, field, source }) => (
          <Item
            key={id}
            title={label === fieldLabel(field) ? label : `${label}（在“${fieldLabel(field)}”一项上传）`}
            note={source}
          />
        ))}
      </List>
      <List title={`审查清单（满分 ${total} 分，${data.passScore} 分及格）`} none="没有清单">
        {data.checklist.map(({ id, label, maxScore }) => (
          <Item key={id} title={label} value={`${maxScore} 分`} />
        ))}
      </List>
      <Section title="类别">
        <Card>
          <View className="row row-wrap">
            {data.categories.map(({ code, label }) => (
              <Tag key={code} text={label} />
            ))}
            {data.groupTypes ? <Tag text="分联合类、服务类" tone="info" /> : null}
          </View>
        </Card>
      </Section>
    </View>
  );
}
