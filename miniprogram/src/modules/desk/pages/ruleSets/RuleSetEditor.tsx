import { View } from '@tarojs/components';
import { todayIn } from '@shared/kernel/civilDate';
import type { Clock, RuleSet } from '@shared/modules/filing/ruleSet';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceTiles } from '@/components/ChoiceTiles';
import { DatePicker } from '@/components/DatePicker';
import { Field } from '@/components/Field';
import { Note } from '@/components/Note';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { TextInput } from '@/components/TextInput';
import { useAction } from '@/hooks/useAction';
import { NumberInput } from '../../components/NumberInput';
import { CategoriesEditor, ChecklistEditor, ConditionsEditor, MaterialsEditor } from './RuleSetLists';
import { clockUnitLabels, codeExample, codeParts, countersignWords } from './ruleSetWords';
import { useRuleSetDraft, type RuleSetDraft } from './useRuleSetDraft';

const units = (['workday', 'day'] as const).map((value) => ({ value, label: value === 'day' ? '日（含休息日）' : clockUnitLabels[value] }));
const countersignChoices = (['required', 'notRequired'] as const).map((value) => ({ value, label: countersignWords[value] }));

function ClockField({ label, name, draft }: { label: string; name: 'accept' | 'decide' | 'correct'; draft: RuleSetDraft }) {
  const { clocks } = draft.data;
  const error = draft.errorOf(`clocks.${name}`);
  const change = (next: Partial<Clock>) => draft.change({ clocks: { ...clocks, [name]: { ...clocks[name], ...next } } });
  return (
    <Field label={label} error={error}>
      <View className="staff-pair">
        <View className="staff-pair__number">
          <NumberInput value={clocks[name].amount} onChange={(amount) => change({ amount })} label={label} invalid={Boolean(error)} />
        </View>
        <View className="staff-pair__rest">
          <ChoiceTiles grid options={units} value={clocks[name].unit} onChange={(unit) => change({ unit })} label={`${label}按什么算`} />
        </View>
      </View>
    </Field>
  );
}

function NumberField({ label, help, unit, value, field, draft, onChange }: { label: string; help?: string; unit: string; value: number; field: string; draft: RuleSetDraft; onChange: (value: number) => void }) {
  const error = draft.errorOf(field);
  return (
    <Field label={label} help={help} error={error}>
      <NumberInput value={value} onChange={onChange} label={label} unit={unit} invalid={Boolean(error)} />
    </Field>
  );
}

function Terms({ draft }: { draft: RuleSetDraft }) {
  const { data, change } = draft;
  return (
    <Section title="时限和有效期">
      <Card>
        <ClockField label="提交后多久内受理" name="accept" draft={draft} />
        <ClockField label="受理后多久内办结" name="decide" draft={draft} />
        <ClockField label="退回后多久内补正" name="correct" draft={draft} />
        <View className="staff-columns">
          <NumberField label="备案有效期" unit="年" field="validYears" value={data.validYears} draft={draft} onChange={(validYears) => change({ validYears })} />
          <NumberField label="满期前多少日起申请延续" unit="日" field="renewBeforeDays" value={data.renewBeforeDays} draft={draft} onChange={(renewBeforeDays) => change({ renewBeforeDays })} />
          <NumberField label="负责人最小年龄" unit="岁" field="leaderAge.min" value={data.leaderAge.min} draft={draft} onChange={(min) => change({ leaderAge: { ...data.leaderAge, min } })} />
          <NumberField label="负责人最大年龄" unit="岁" field="leaderAge.max" value={data.leaderAge.max} draft={draft} onChange={(max) => change({ leaderAge: { ...data.leaderAge, max } })} />
          <NumberField label="一人最多担任几个组织的负责人" unit="个" field="leaderPostsMax" value={data.leaderPostsMax} draft={draft} onChange={(leaderPostsMax) => change({ leaderPostsMax })} />
        </View>
        <Field label="党建机构会签">
          <ChoiceTiles grid options={countersignChoices} value={data.countersign} onChange={(countersign) => change({ countersign })} label="党建机构会签" />
        </Field>
      </Card>
    </Section>
  );
}

function CodeFormat({ draft }: { draft: RuleSetDraft }) {
  const { data, change } = draft;
  const error = draft.errorOf('codeFormat');
  return (
    <Section title="备案编号">
      <Card>
        <Field label="编号的样子" error={error} help={`照这个样子，第一个编号是 ${codeExample(data, todayIn(new Date()))}`}>
          <TextInput value={data.codeFormat} onChange={(codeFormat) => change({ codeFormat })} label="编号的样子" maxLength={60} invalid={Boolean(error)} />
        </Field>
        <View className="row row-wrap">
          {codeParts.map(({ part, label }) => (
            <Button key={part} small kind="quiet" icon="plus" label={label} onPress={() => change({ codeFormat: `${data.codeFormat}${part}` })} />
          ))}
        </View>
      </Card>
    </Section>
  );
}

export interface RuleSetEditorProps {
  ruleSet: RuleSet;
  /** What the server holds now, when somebody saved meanwhile */
  newest: RuleSet | undefined;
  onSaved: (saved: RuleSet) => void;
  onCancel: () => void;
  /** Asks the server for the newest versions */
  onStale: () => Promise<void>;
  /** Drops what was typed and begins again on the newest version */
  onRestart: () => void;
}

/** 修改备案办法。Saves on top of the version that was opened; another editor's newer one is shown, never overwritten unseen. */
export function RuleSetEditor({ ruleSet, newest, onSaved, onCancel, onStale, onRestart }: RuleSetEditorProps) {
  const draft = useRuleSetDraft(ruleSet.data);
  const { data, change } = draft;
  const perform = useAction({
    onError: ({ code, fields }) => {
      if (code === 'STALE') void onStale();
      return code === 'STALE' || draft.fail(fields);
    },
  });
  const overtaken = newest && newest.version > ruleSet.version ? newest : undefined;
  const save = async () => {
    const checked = draft.validate();
    const saved = checked && (await perform('ruleSet.save', { id: ruleSet.id, basedOnVersion: ruleSet.version, data: checked }, { done: '已保存为新的一版' }));
    if (saved) onSaved(saved);
  };
  return (
    <View className="staff-sections">
      <Note icon="info" title={ruleSet.version === 0 ? '新的办法' : `正在改第 ${ruleSet.version} 版，保存后是第 ${ruleSet.version + 1} 版`}>
        已经开始办的件，还按开始时的那一版办；以后新开始的件按新的一版。
      </Note>
      <Section title="名称和依据">
        <Card>
          <Field label="名称" error={draft.errorOf('title')}>
            <TextInput value={data.title} onChange={(title) => change({ title })} label="名称" maxLength={60} invalid={Boolean(draft.errorOf('title'))} />
          </Field>
          <Field label="依据" help="哪一份文件，谁发的" error={draft.errorOf('source')}>
            <TextArea value={data.source} onChange={(source) => change({ source })} label="依据" maxLength={300} invalid={Boolean(draft.errorOf('source'))} />
          </Field>
          <Field label="施行日期" help="到这一天才开始用" error={draft.errorOf('effectiveOn')}>
            <DatePicker value={data.effectiveOn} onChange={(effectiveOn) => change({ effectiveOn })} label="施行日期" />
          </Field>
        </Card>
      </Section>
      <Terms draft={draft} />
      <CodeFormat draft={draft} />
      <ConditionsEditor draft={draft} />
      <MaterialsEditor draft={draft} />
      <CategoriesEditor draft={draft} />
      <ChecklistEditor draft={draft} />
      {overtaken ? (
        <Note tone="warn" title={`别人刚保存了第 ${overtaken.version} 版，您的改动没有保存`}>
          请先看新的一版改了什么，再在它上面改。您现在填的内容离开后就没有了，需要的话先记下来。
          <Button small kind="quiet" label={`在第 ${overtaken.version} 版上重新改`} onPress={onRestart} />
        </Note>
      ) : null}
      {draft.hasErrors ? <Note tone="danger">有些地方要改，请看标出的内容</Note> : null}
      <View className="sl-bar__row">
        <View className="sl-bar__item">
          <Button kind="quiet" label="不改了" onPress={onCancel} />
        </View>
        <View className="sl-bar__item">
          <Button label="保存为新的一版" loading={perform.pending !== undefined} disabled={Boolean(overtaken)} onPress={() => void save()} />
        </View>
      </View>
    </View>
  );
}
