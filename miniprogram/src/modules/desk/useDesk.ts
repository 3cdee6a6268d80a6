import { useEffect, useState } from 'react';
import { homeQueue } from '@shared/modules/filing/queues';
import { filingQueues, type FilingQueue } from '@shared/modules/filing/status';
import { useQuery } from '@/hooks/useQuery';
import { useSession } from '@/hooks/useSession';
import { useWide } from '@/hooks/useWide';

const pageSize = 50;

const isQueue = (text: string | undefined): text is FilingQueue =>
  (filingQueues as readonly string[]).includes(text ?? '');

/** The state of the desk: queue, search, chosen case; and how to move through them. */
export function useDesk(asked: { queue?: string; filingId?: string }) {
  const wide = useWide();
  const { hat } = useSession();
  const [chosenQueue, setQueue] = useState<FilingQueue | undefined>(isQueue(asked.queue) ? asked.queue : undefined);
  const queue = chosenQueue ?? homeQueue[hat?.role ?? 'resident'] ?? 'inReview';
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [selectedId, select] = useState<string | undefined>(asked.filingId);
  const counts = useQuery('filing.queueCounts', {}, { every: 60_000 });
  const list = useQuery('filing.queue', { queue, text, page, pageSize }, { every: 60_000 });
  const lines = list.data?.items ?? [];

  const firstId = lines[0]?.id;
  useEffect(() => {
    // On a wide screen the record column is never empty while there is something to do.
    if (wide && selectedId === undefined && firstId !== undefined) select(firstId);
  }, [wide, selectedId, firstId]);

  const step = (by: number) => {
    const index = lines.findIndex(({ id }) => id === selectedId);
    const next = lines[Math.min(Math.max(index + by, 0), lines.length - 1)];
    if (next) select(next.id);
  };

  return {
    wide,
    queue,
    counts,
    list,
    lines,
    text,
    page,
    pageSize,
    selectedId,
    select,
    setPage,
    step,
    openQueue: (next: FilingQueue) => {
      setQueue(next);
      setPage(1);
      select(undefined);
    },
    search: (next: string) => {
      setText(next);
      setPage(1);
      select(undefined);
    },
    /** After an act: the next case comes up, the lists are asked again. */
    advance: async () => {
      const index = lines.findIndex(({ id }) => id === selectedId);
      const next = lines[index + 1] ?? lines[index - 1];
      select(wide ? next?.id : undefined);
      await Promise.all([list.reload(), counts.reload()]);
    },
    refresh: async () => {
      await Promise.all([list.reload(), counts.reload()]);
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
