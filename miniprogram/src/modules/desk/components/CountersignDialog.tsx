import { useState } from 'react';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { ChoiceTiles } from '@/components/ChoiceTiles';
import { Confirm } from '@/components/Confirm';
import { Field } from '@/components/Field';
import { TextArea } from '@/components/TextArea';
import { useAction } from '@/hooks/useAction';

const options = [
  { value: 'agree', label: '同意' },
  { value: 'object', label: '有意见' },
];

/** 党建机构会签负责人人选（R6）。 */
export function CountersignDialog({
  filing,
  onClose,
  onDone,
}: {
  filing: FilingDetail;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const [choice, setChoice] = useState('');
  const [opinion, setOpinion] = useState('');
  const perform = useAction({ done: '会签好了' });
  const sign = async () => {
    const done = await perform('filing.countersign', {
      filingId: filing.id,
      version: filing.version,
      agree: choice === 'agree',
      opinion,
    });
    if (done) await onDone();
  };
  const missing = !choice ? '请先选同意还是有意见' : opinion.trim().length < 2 ? '请写明意见' : undefined;
  return (
    <Confirm
      title={`会签：${filing.name}`}
      act="会签"
      loading={perform.pending !== undefined}
      disabledReason={missing}
      onConfirm={() => void sign()}
      onCancel={onClose}
    >
      <ChoiceTiles options={options} label="会签结果" value={choice} onChange={(next) => setChoice(String(next))} />
      <Field label="会签意见">
        <TextArea
          value={opinion}
          onChange={setOpinion}
          label="会签意见"
          maxLength={500}
          placeholder="如：负责人人选已审核，同意"
        />
      </Field>
    </Confirm>
  );
}
