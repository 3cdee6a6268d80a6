import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatInstant } from '@shared/kernel/civilDate';
import type { Output, SentInput } from '@shared/contract';
import { Button } from '@/components/Button';
import { ChoiceTiles } from '@/components/ChoiceTiles';
import { Confirm } from '@/components/Confirm';
import { Field } from '@/components/Field';
import { Note } from '@/components/Note';
import { Sheet } from '@/components/Sheet';
import { TextArea } from '@/components/TextArea';
import { openFile } from '@/client/openFile';
import { useAction } from '@/hooks/useAction';

type Exported = Output<'ledger.export'>;

export interface ExportDialogProps {
  filter: Omit<SentInput<'ledger.list'>, 'page' | 'pageSize'>;
  /** 「1000+」 */
  count: string;
  /** May this hat have numbers in full? */
  mayPersonal: boolean;
  onClose: () => void;
}

function Ready({ exported, onClose }: { exported: Exported; onClose: () => void }) {
  return (
    <Sheet title="表格做好了" onClose={onClose}>
      <Note tone="ok">
        一共 {exported.rows} 行。链接在{formatInstant(new Date(exported.expiresAt), new Date())}{' '}
        前有效，过后请重新导出。
      </Note>
      <Button label="打开表格" icon="download" onPress={() => void openFile(exported.url, '台账.xlsx')} />
    </Sheet>
  );
}

/** 导出台账：号码打码或完整；完整的要写明用途，并留下记录。 */
export function ExportDialog({ filter, count, mayPersonal, onClose }: ExportDialogProps) {
  const [personal, setPersonal] = useState<'masked' | 'full'>('masked');
  const [reason, setReason] = useState('');
  const [exported, setExported] = useState<Exported>();
  const perform = useAction();
  if (exported) return <Ready exported={exported} onClose={onClose} />;
  const isFull = personal === 'full';
  const run = async () =>
    setExported(await perform('ledger.export', { ...filter, personal: isFull, reason: isFull ? reason.trim() : '' }));
  const missing = isFull && reason.trim().length < 2;
  return (
    <Confirm
      title={`导出现在列出的 ${count} 个组织`}
      act="导出表格"
      loading={perform.pending !== undefined}
      disabledReason={missing ? '请写明用途' : undefined}
      onConfirm={() => void run()}
      onCancel={onClose}
    >
      <ChoiceTiles
        label="证件号和电话"
        value={personal}
        onChange={setPersonal}
        options={[
          { value: 'masked', label: '证件号和电话打码', note: '平时核对、汇总用这一种' },
          {
            value: 'full',
            label: '证件号和电话写全',
            note: '要写明用途，谁导出的会留下记录',
            disabledReason: mayPersonal ? undefined : '只有县级民政可以导出完整号码',
          },
        ]}
      />
      {isFull ? (
        <Field label="用途" help="如“资格联审核对”">
          <TextArea value={reason} onChange={setReason} label="用途" maxLength={200} />
        </Field>
      ) : null}
      <View className="t-small c-2">按现在的筛选条件导出，只含您辖区里的组织。</View>
    </Confirm>
  );
}
