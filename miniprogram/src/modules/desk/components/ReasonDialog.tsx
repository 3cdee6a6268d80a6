import { View } from '@tarojs/components';
import { useState } from 'react';
import { filingActionLabels } from '@shared/modules/filing/labels';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { Confirm } from '@/components/Confirm';
import { Field } from '@/components/Field';
import { TextArea } from '@/components/TextArea';
import { useAction } from '@/hooks/useAction';

const words = {
  approve: {
    title: '同意备案吗？',
    label: '审批意见',
    placeholder: '可以不写',
    note: '同意后马上生成编号和备案证，通知申请人。',
  },
  refuse: {
    title: '不予备案，请写明理由',
    label: '理由',
    placeholder: '依据哪一条、为什么不符合',
    note: '理由会原样发给申请人，办结后不能更改。',
  },
} as const;

/** 同意（可附意见）或不予备案（必须写明理由）。 */
export function ReasonDialog({
  filing,
  action,
  onClose,
  onDone,
}: {
  filing: FilingDetail;
  action: 'approve' | 'refuse';
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const [reason, setReason] = useState('');
  const perform = useAction();
  const { title, label, placeholder, note } = words[action];
  const decide = async () => {
    const target = { filingId: filing.id, version: filing.version };
    const done =
      action === 'approve'
        ? await perform('filing.approve', { ...target, opinion: reason }, { done: '已同意备案' })
        : await perform('filing.refuse', { ...target, reason }, { done: '已办结：不予备案' });
    if (done) await onDone();
  };
  const missing = action === 'refuse' && reason.trim().length < 2;
  return (
    <Confirm
      title={title}
      act={filingActionLabels[action]}
      danger={action === 'refuse'}
      loading={perform.pending !== undefined}
      disabledReason={missing ? '请写明理由' : undefined}
      onConfirm={() => void decide()}
      onCancel={onClose}
    >
      <View className="t-strong">{filing.name}</View>
      <View className="t-small c-2">{note}</View>
      <Field label={label} optional={action === 'approve'}>
        <TextArea value={reason} onChange={setReason} label={label} placeholder={placeholder} maxLength={500} />
      </Field>
    </Confirm>
  );
}
