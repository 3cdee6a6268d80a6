import { View } from '@tarojs/components';
import { useState } from 'react';
import { formFields } from '@shared/kernel/form';
import { filingForms } from '@shared/modules/filing/forms';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { ChoiceTiles } from '@/components/ChoiceTiles';
import { Confirm } from '@/components/Confirm';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/TextInput';
import { useAction } from '@/hooks/useAction';

/** 退回补正：标出哪几项、各为什么；只有这几项会重新打开。 */
export function ReturnDialog({
  filing,
  onClose,
  onDone,
}: {
  filing: FilingDetail;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const fields = formFields(filingForms[filing.kind]);
  const [reasons, setReasons] = useState<Record<string, string>>(() =>
    Object.fromEntries(filing.coach.filter(({ met }) => !met).map(({ field, sentence }) => [field, sentence])),
  );
  const [note, setNote] = useState('');
  const perform = useAction({ done: '已退回，申请人会收到通知' });
  const chosen = fields.filter(({ name }) => name in reasons);
  const unexplained = chosen.find(({ name }) => (reasons[name] ?? '').trim().length < 2);
  const missing =
    chosen.length === 0 ? '请标出要补正的地方' : unexplained ? `请写明“${unexplained.label}”要怎么改` : undefined;

  const choose = (names: string[]) => setReasons(Object.fromEntries(names.map((name) => [name, reasons[name] ?? ''])));
  const send = async () => {
    const marks = chosen.map(({ name }) => ({ field: name, reason: (reasons[name] ?? '').trim() }));
    const done = await perform('filing.return', {
      filingId: filing.id,
      version: filing.version,
      fields: marks,
      note: note.trim(),
    });
    if (done) await onDone();
  };
  return (
    <Confirm
      title="退回补正：哪几项要改？"
      act="退回补正"
      loading={perform.pending !== undefined}
      disabledReason={missing}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      <ChoiceTiles
        multiple
        grid
        options={fields.map(({ name, label }) => ({ value: name, label }))}
        label="要补正的内容"
        value={Object.keys(reasons)}
        onChange={(names) => choose(([] as string[]).concat(names))}
      />
      {chosen.map(({ name, label }) => (
        <Field key={name} label={`${label}：怎么改`}>
          <TextInput
            value={reasons[name] ?? ''}
            onChange={(text) => setReasons({ ...reasons, [name]: text })}
            label={`${label}怎么改`}
            placeholder="一句话，如“请补两位成员的电话”"
            maxLength={200}
          />
        </Field>
      ))}
      {chosen.length ? (
        <Field label="另外说明" optional>
          <TextInput value={note} onChange={setNote} label="另外说明" maxLength={300} />
        </Field>
      ) : null}
      <View className="t-small c-2">没有标出的内容，申请人改不了。</View>
    </Confirm>
  );
}
