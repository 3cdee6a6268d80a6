import { View } from '@tarojs/components';
import { useState } from 'react';
import { isRegionCode, wholeCountry, type RegionCode } from '@shared/kernel/regionScope';
import type { Output } from '@shared/contract';
import { ledgerFieldLabels, type LedgerField } from '@shared/modules/ledger/fields';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Confirm';
import { Field } from '@/components/Field';
import { Note } from '@/components/Note';
import { RegionPicker } from '@/components/RegionPicker';
import { Sheet } from '@/components/Sheet';
import { Select } from '@/components/SheetList';
import { TextArea } from '@/components/TextArea';
import { TextInput } from '@/components/TextInput';
import { useAction } from '@/hooks/useAction';
import { useQuery } from '@/hooks/useQuery';
import { draftFields, otherColumns, shownFields } from './draftFields';

export type Draft = Output<'ledger.drafts'>['items'][number];

export interface DraftFormProps {
  draft: Draft;
  /** How many rows wait, this one included: 「49」「1000+」 */
  waiting: string;
  within: RegionCode | null;
  onClose: () => void;
  onDone: () => Promise<void>;
}

const longFields: readonly LedgerField[] = ['purpose', 'note'];

interface ValueInputProps {
  field: LedgerField;
  value: string;
  onChange: (value: string) => void;
  invalid: boolean;
  within: RegionCode;
}

function ValueInput({ field, value, onChange, invalid, within }: ValueInputProps) {
  const label = ledgerFieldLabels[field];
  const ruleSet = useQuery('ruleSet.forRegion', { regionCode: within }, { enabled: field === 'category' });
  if (field === 'category') {
    const options = (ruleSet.data?.data.categories ?? []).map((each) => ({ value: each.label, label: each.label }));
    return (
      <Select
        label={label}
        options={options}
        value={value}
        onChange={onChange}
        placeholder={value ? `表里写的是“${value}”` : '请选择类别'}
        invalid={invalid}
      />
    );
  }
  if (field === 'community') {
    const isCode = isRegionCode(value);
    return (
      <RegionPicker
        label={label}
        within={within}
        value={isCode ? value : undefined}
        onChange={onChange}
        placeholder={value ? `表里写的是“${value}”` : '请选择社区（村）'}
        invalid={invalid}
      />
    );
  }
  if (longFields.includes(field))
    return <TextArea label={label} value={value} onChange={onChange} maxLength={300} invalid={invalid} />;
  return <TextInput label={label} value={value} onChange={onChange} maxLength={300} invalid={invalid} />;
}

function DropDialog({ draft, onClose, onDone }: { draft: Draft; onClose: () => void; onDone: () => Promise<void> }) {
  const [reason, setReason] = useState('');
  const perform = useAction();
  const drop = async () => {
    if (
      await perform(
        'ledger.resolveDraft',
        { draftId: draft.id, drop: true, reason, values: {} },
        { done: '这一行不要了' },
      )
    )
      await onDone();
  };
  return (
    <Confirm
      title="这一行不要了吗？"
      act="不要这一行"
      danger
      loading={perform.pending !== undefined}
      disabledReason={reason.trim().length < 2 ? '请写明理由' : undefined}
      onConfirm={() => void drop()}
      onCancel={onClose}
    >
      <View className="c-2">以后再导入同一个文件，也不会再问这一行。</View>
      <Field label="理由" help="如“和台账里的是同一个组织”">
        <TextArea label="理由" value={reason} onChange={setReason} maxLength={200} />
      </Field>
    </Confirm>
  );
}

/** One row to verify: what was read, what is wrong on its field; taken in once it is mended, or left out with a reason. */
export function DraftForm({ draft, waiting, within, onClose, onDone }: DraftFormProps) {
  const [values, setValues] = useState<Record<string, string>>(draft.values);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [isDropping, setDropping] = useState(false);
  const perform = useAction({
    onError: ({ fields }) => {
      setRefused(Object.fromEntries(fields.map(({ field, message }) => [field.replace(/^values\./, ''), message])));
      return fields.length > 0;
    },
  });
  const { marked, general } = draftFields(draft);
  const change = (field: string, value: string) => {
    setValues((before) => ({ ...before, [field]: value }));
    setRefused((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== field)));
  };
  const take = async () => {
    if (await perform('ledger.resolveDraft', { draftId: draft.id, values })) await onDone();
  };
  const others = otherColumns(draft.values);
  const fields = shownFields(draft.values, marked);
  const stray = Object.entries(refused).filter(([name]) => !fields.some((field) => field === name));
  if (isDropping) return <DropDialog draft={draft} onClose={() => setDropping(false)} onDone={onDone} />;
  return (
    <Sheet
      title={`核实第 ${draft.row} 行`}
      full
      onClose={onClose}
      foot={
        <View className="sl-bar__row">
          <View className="sl-bar__item">
            <Button kind="danger" label="不要这一行" onPress={() => setDropping(true)} />
          </View>
          <View className="sl-bar__item">
            <Button label="导入这一行" loading={perform.pending !== undefined} onPress={() => void take()} />
          </View>
        </View>
      }
    >
      <View className="t-small c-2">
        来自“{draft.fileName}”第 {draft.row} 行，现在共有 {waiting} 行要核实
      </View>
      {general.map((sentence) => (
        <Note key={sentence} tone="warn">
          {sentence}
        </Note>
      ))}
      {stray.map(([name, message]) => (
        <Note key={name} tone="danger">
          {message}
        </Note>
      ))}
      {fields.map((field) => {
        const error = refused[field] ?? (values[field] === draft.values[field] ? marked[field] : undefined);
        return (
          <Field
            key={field}
            label={ledgerFieldLabels[field]}
            error={error}
            optional={!error && field !== 'name' && field !== 'community'}
          >
            <ValueInput
              field={field}
              value={values[field] ?? ''}
              onChange={(value) => change(field, value)}
              invalid={Boolean(error)}
              within={within ?? wholeCountry}
            />
          </Field>
        );
      })}
      {others.length ? (
        <Field label="表里还有这些" help="原样保留，不用改">
          <View className="c-2">{others.map(([head, value]) => `${head}：${value}`).join('；')}</View>
        </Field>
      ) : null}
    </Sheet>
  );
}
