import { View } from '@tarojs/components';
import { todayIn } from '@shared/kernel/civilDate';
import type { Clock } from '@shared/modules/filing/ruleSet';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceTiles } from '@/components/ChoiceTiles';
import { Field } from '@/components/Field';
import { Section } from '@/components/Section';
import { TextInput } from '@/components/TextInput';
import { NumberInput } from '../../components/NumberInput';
import { clockUnitLabels, codeExample, codeParts, countersignWords } from './ruleSetWords';
import type { RuleSetDraft } from './useRuleSetDraft';

const units = (['workday', 'day'] as const).map((value) => ({
  value,
  label: value === 'day' ? '日（含休息日）' : clockUnitLabels[value],
}));
const countersignChoices = (['required', 'notRequired'] as const).map((value) => ({
  value,
  label: countersignWords[value],
}));

function ClockField({
  label,
  name,
  draft,
}: {
  label: string;
  name: 'accept' | 'decide' | 'correct';
  draft: RuleSetDraft;
}) {
  const { clocks } = draft.data;
  const error = draft.errorOf(`clocks.${name}`);
  const change = (next: Partial<Clock>) =>
    draft.change({ clocks: { ...clocks, [name]: { ...clocks[name], ...next } } });
  return (
    <Field label={label} error={error}>
      <View className="staff-pair">
        <View className="staff-pair__number">
          <NumberInput
            value={clocks[name].amount}
            onChange={(amount) => change({ amount })}
            label={label}
            invalid={Boolean(error)}
          />
        </View>
        <View className="staff-pair__rest">
          <ChoiceTiles
            grid
            options={units}
            value={clocks[name].unit}
            onChange={(unit) => change({ unit })}
            label={`${label}按什么算`}
          />
        </View>
      </View>
    </Field>
  );
}

function NumberField({
  label,
  help,
  unit,
  value,
  field,
  draft,
  onChange,
}: {
  label: string;
  help?: string;
  unit: string;
  value: number;
  field: string;
  draft: RuleSetDraft;
  onChange: (value: number) => void;
}) {
  const error = draft.errorOf(field);
  return (
    <Field label={label} help={help} error={error}>
      <NumberInput value={value} onChange={onChange} label={label} unit={unit} invalid={Boolean(error)} />
    </Field>
  );
}

/** 时限、有效期、负责人和会签。 */
export function Terms({ draft }: { draft: RuleSetDraft }) {
  const { data, change } = draft;
  return (
    <Section title="时限和有效期">
      <Card>
        <ClockField label="提交后多久内受理" name="accept" draft={draft} />
        <ClockField label="受理后多久内办结" name="decide" draft={draft} />
        <ClockField label="退回后多久内补正" name="correct" draft={draft} />
        <View className="staff-columns">
          <NumberField
            label="备案有效期"
            unit="年"
            field="validYears"
            value={data.validYears}
            draft={draft}
            onChange={(validYears) => change({ validYears })}
          />
          <NumberField
            label="满期前多少日起申请延续"
            unit="日"
            field="renewBeforeDays"
            value={data.renewBeforeDays}
            draft={draft}
            onChange={(renewBeforeDays) => change({ renewBeforeDays })}
          />
          <NumberField
            label="负责人最小年龄"
            unit="岁"
            field="leaderAge.min"
            value={data.leaderAge.min}
            draft={draft}
            onChange={(min) => change({ leaderAge: { ...data.leaderAge, min } })}
          />
          <NumberField
            label="负责人最大年龄"
            unit="岁"
            field="leaderAge.max"
            value={data.leaderAge.max}
            draft={draft}
            onChange={(max) => change({ leaderAge: { ...data.leaderAge, max } })}
          />
          <NumberField
            label="一人最多担任几个组织的负责人"
            unit="个"
            field="leaderPostsMax"
            value={data.leaderPostsMax}
            draft={draft}
            onChange={(leaderPostsMax) => change({ leaderPostsMax })}
          />
        </View>
        <Field label="党建机构会签">
          <ChoiceTiles
            grid
            options={countersignChoices}
            value={data.countersign}
            onChange={(countersign) => change({ countersign })}
            label="党建机构会签"
          />
        </Field>
      </Card>
    </Section>
  );
}

/** 备案编号的样子，和照它生成的第一个编号。 */
export function CodeFormat({ draft }: { draft: RuleSetDraft }) {
  const { data, change } = draft;
  const error = draft.errorOf('codeFormat');
  return (
    <Section title="备案编号">
      <Card>
        <Field
          label="编号的样子"
          error={error}
          help={`照这个样子，第一个编号是 ${codeExample(data, todayIn(new Date()))}`}
        >
          <TextInput
            value={data.codeFormat}
            onChange={(codeFormat) => change({ codeFormat })}
            label="编号的样子"
            maxLength={60}
            invalid={Boolean(error)}
          />
        </Field>
        <View className="row row-wrap">
          {codeParts.map(({ part, label }) => (
            <Button
              key={part}
              small
              kind="quiet"
              icon="plus"
              label={label}
              onPress={() => change({ codeFormat: `${data.codeFormat}${part}` })}
            />
          ))}
        </View>
      </Card>
    </Section>
  );
}
