import { View } from '@tarojs/components';
import { useState } from 'react';
import { AppError } from '@shared/kernel/errors';
import { ask } from '@/client/call';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Confirm';
import { toast } from '@/components/toastStore';

export interface CharterAidProps {
  filingId: string;
  current: unknown;
  onDraft: (text: string) => void;
  /** The server writes from what it has: earlier answers go there first */
  save: () => Promise<number | undefined>;
}

/** 自动生成章程：from the earlier answers; a charter already written is replaced only when asked for. */
export function CharterAid({ filingId, current, onDraft, save }: CharterAidProps) {
  const [busy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isWritten = typeof current === 'string' && current.trim() !== '';
  const write = async () => {
    setAsking(false);
    setBusy(true);
    try {
      await save();
      onDraft((await ask('filing.draftCharter', { filingId })).charter);
    } catch (error) {
      toast(error instanceof AppError ? error.message : '没有生成，请再试一次', 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        kind="quiet"
        icon="edit"
        label={isWritten ? '重新生成章程' : '自动生成章程'}
        loading={busy}
        onPress={() => (isWritten ? setAsking(true) : void write())}
      />
      {isAsking ? (
        <Confirm
          title="重新生成，会换掉上面写好的章程"
          act="换成新的"
          onConfirm={() => void write()}
          onCancel={() => setAsking(false)}
        >
          <View>自己改过的地方会没有，不能找回。</View>
        </Confirm>
      ) : null}
    </>
  );
}
