import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Confirm';
import { Note } from '@/components/Note';
import { useAction } from '@/hooks/useAction';
import type { Desk } from '../useDesk';

type Results = { filingId: string; name: string; accepted: boolean; message: string }[];

/** 批量受理：only the cases whose papers are complete and that resemble nothing else. */
export function BulkAccept({ desk }: { desk: Desk }) {
  const [asking, setAsking] = useState(false);
  const [results, setResults] = useState<Results>();
  const perform = useAction();
  const simple = desk.lines.filter(({ simple: is, availableActions }) => is && availableActions.includes('accept'));
  const accept = async () => {
    const answer = await perform('filing.acceptMany', { filingIds: simple.map(({ id }) => id) });
    setAsking(false);
    if (!answer) return;
    setResults(answer.results);
    await desk.refresh();
  };
  const failed = results?.filter(({ accepted }) => !accepted) ?? [];
  return (
    <>
      {desk.queue === 'toAccept' && simple.length > 1 ? (
        <Button
          small
          kind="quiet"
          icon="checkCircle"
          label={`批量受理 ${simple.length} 件简单件`}
          onPress={() => setAsking(true)}
        />
      ) : null}
      {results ? (
        <Note tone={failed.length ? 'warn' : 'ok'} title={`已受理 ${results.length - failed.length} 件`}>
          {failed.map(({ filingId, name, message }) => (
            <View key={filingId}>
              {name}：{message}
            </View>
          ))}
        </Note>
      ) : null}
      {asking ? (
        <Confirm
          title={`受理这 ${simple.length} 件吗？`}
          act={`受理 ${simple.length} 件`}
          loading={perform.pending !== undefined}
          onConfirm={() => void accept()}
          onCancel={() => setAsking(false)}
        >
          {simple.map(({ id, name, communityName }) => (
            <View key={id}>
              {name}（{communityName}）
            </View>
          ))}
        </Confirm>
      ) : null}
    </>
  );
}
