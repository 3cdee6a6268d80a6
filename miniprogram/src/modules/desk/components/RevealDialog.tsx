import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChoiceTiles } from '@/components/ChoiceTiles';
import { Confirm } from '@/components/Confirm';
import { Note } from '@/components/Note';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/hooks/useAction';

const reasons = ['核对证件', '电话核实', '资格审查'].map((value) => ({ value, label: value }));

/** One number in full, after saying why; the look is recorded. */
export function RevealDialog({
  filingId,
  path,
  label,
  onClose,
}: {
  filingId: string;
  path: string;
  label: string;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [value, setValue] = useState<string>();
  const perform = useAction();
  const show = async () => setValue((await perform('filing.reveal', { filingId, path, reason }))?.value);
  if (value !== undefined) {
    return (
      <Sheet title={label} onClose={onClose}>
        <View className="t-page">{value}</View>
        <Note icon="eye">已记下：谁、什么时候、为什么看</Note>
      </Sheet>
    );
  }
  return (
    <Confirm
      title={`为什么要看${label}？`}
      act="看完整号码"
      loading={perform.pending !== undefined}
      disabledReason={reason ? undefined : '请先选一个理由'}
      onConfirm={() => void show()}
      onCancel={onClose}
    >
      <ChoiceTiles options={reasons} label="理由" value={reason} onChange={(next) => setReason(String(next))} />
      <View className="t-small c-2">查看会留下记录，本人可以查到。</View>
    </Confirm>
  );
}
