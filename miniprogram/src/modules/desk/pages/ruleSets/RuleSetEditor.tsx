import { View } from '@tarojs/components';
import type { RuleSet } from '@shared/modules/filing/ruleSet';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { DatePicker } from '@/components/DatePicker';
import { Field } from '@/components/Field';
import { Note } from '@/components/Note';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { TextInput } from '@/components/TextInput';
import { useAction } from '@/hooks/useAction';
import { CategoriesEditor, ChecklistEditor, ConditionsEditor, MaterialsEditor } from './RuleSetLists';
import { CodeFormat, Terms } from './RuleSetTerms';
import { useRuleSetDraft } from './useRuleSetDraft';

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
    const saved =
      checked &&
      (await perform(
        'ruleSet.save',
        { id: ruleSet.id, basedOnVersion: ruleSet.version, data: checked },
        { done: '已保存为新的一版' },
      ));
    if (saved) onSaved(saved);
  };
  return (
    <View className="staff-sections">
      <Note
        icon="info"
        title={
          ruleSet.version === 0 ? '新的办法' : `正在改第 ${ruleSet.version} 版，保存后是第 ${ruleSet.version + 1} 版`
        }
      >
        已经开始办的件，还按开始时的那一版办；以后新开始的件按新的一版。
      </Note>
      <Section title="名称和依据">
        <Card>
          <Field label="名称" error={draft.errorOf('title')}>
            <TextInput
              value={data.title}
              onChange={(title) => change({ title })}
              label="名称"
              maxLength={60}
              invalid={Boolean(draft.errorOf('title'))}
            />
          </Field>
          <Field label="依据" help="哪一份文件，谁发的" error={draft.errorOf('source')}>
            <TextArea
              value={data.source}
              onChange={(source) => change({ source })}
              label="依据"
              maxLength={300}
              invalid={Boolean(draft.errorOf('source'))}
            />
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
      <View className="staff-foot">
        {overtaken ? (
          <Note tone="warn" title={`别人刚保存了第 ${overtaken.version} 版，您的改动没有保存`}>
            请先看新的一版改了什么，再在它上面改。您现在填的内容离开后就没有了，需要的话先记下来。
            <Button small kind="quiet" label={`在第 ${overtaken.version} 版上重新改`} onPress={onRestart} />
          </Note>
        ) : null}
        {draft.sentences.length ? <Note tone="danger">{draft.sentences.slice(0, 3).join('；')}</Note> : null}
        <View className="sl-bar__row">
          <View className="sl-bar__item">
            <Button kind="quiet" label="不改了" onPress={onCancel} />
          </View>
          <View className="sl-bar__item">
            <Button
              label="保存为新的一版"
              loading={perform.pending !== undefined}
              disabled={Boolean(overtaken)}
              onPress={() => void save()}
            />
          </View>
        </View>
      </View>
    </View>
  );
}
