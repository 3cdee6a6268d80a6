import { View } from '@tarojs/components';
import { useState } from 'react';
import { filingActionLabels } from '@shared/modules/filing/labels';
import type { FilingDetail } from '@shared/modules/filing/schema';
import type { FilingAction } from '@shared/modules/filing/status';
import { ActionBar } from '@/components/ActionBar';
import { useAction } from '@/hooks/useAction';
import { useShortcuts } from '@/hooks/useShortcuts';
import type { Desk } from '../useDesk';
import { CountersignDialog } from './CountersignDialog';
import { ReasonDialog } from './ReasonDialog';
import { ReturnDialog } from './ReturnDialog';

/** Shown in the bar, in this order; the rest is done in the panels. */
const barActions: readonly FilingAction[] = [
  'accept',
  'forward',
  'approve',
  'countersign',
  'return',
  'refuse',
  'claim',
  'release',
];
const asking: readonly FilingAction[] = ['return', 'refuse', 'approve', 'countersign'];
const plain = {
  accept: 'filing.accept',
  forward: 'filing.forward',
  claim: 'filing.claim',
  release: 'filing.release',
} as const;

const isPlain = (action: FilingAction): action is keyof typeof plain => action in plain;

/** The decisions this record offers, fixed below it; keys 1, 2, 3 press them. */
export function DecisionBar({
  filing,
  desk,
  reload,
}: {
  filing: FilingDetail;
  desk: Desk;
  reload: (fresh?: FilingDetail) => Promise<void>;
}) {
  const [dialog, setDialog] = useState<FilingAction>();
  const perform = useAction();
  const offered = barActions.filter((action) => filing.availableActions.includes(action));
  const target = { filingId: filing.id, version: filing.version };

  const press = (action: FilingAction) => {
    if (asking.includes(action)) return setDialog(action);
    if (!isPlain(action)) return;
    const stays = action === 'claim' || action === 'release' || action === 'accept';
    void perform(plain[action], target, {
      done: `${filingActionLabels[action]}好了`,
      after: stays ? (fresh: FilingDetail) => Promise.all([reload(fresh), desk.refresh()]) : desk.advance,
    });
  };
  useShortcuts({
    Enter: offered.includes('claim') ? () => press('claim') : undefined,
    1: offered[0] && (() => press(offered[0] as FilingAction)),
    2: offered[1] && (() => press(offered[1] as FilingAction)),
    3: offered[2] && (() => press(offered[2] as FilingAction)),
  });

  const close = () => setDialog(undefined);
  const done = async () => {
    close();
    await desk.advance();
  };
  return (
    <>
      <View className="desk-bar">
        <ActionBar
          inline
          actions={offered}
          labels={filingActionLabels}
          danger={['refuse']}
          pending={perform.pending !== undefined}
          note={filing.hint}
          onPress={press}
        />
      </View>
      {dialog === 'return' ? <ReturnDialog filing={filing} onClose={close} onDone={done} /> : null}
      {dialog === 'countersign' ? <CountersignDialog filing={filing} onClose={close} onDone={done} /> : null}
      {dialog === 'approve' || dialog === 'refuse' ? (
        <ReasonDialog filing={filing} action={dialog} onClose={close} onDone={done} />
      ) : null}
    </>
  );
}
