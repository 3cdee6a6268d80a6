import type { SentInput } from '@shared/contract';
import { useAction } from '@/hooks/useAction';
import { openPage } from '@/hooks/navigate';
import { addresses } from './addresses';

/** Begins a case and opens its form; `busy` meanwhile. */
export function useStartFiling(): { start: (input: SentInput<'filing.create'>) => void; busy: boolean } {
  const perform = useAction();
  const start = (input: SentInput<'filing.create'>) => {
    void perform('filing.create', input, { after: ({ id }) => openPage(addresses.wizard(id)) });
  };
  return { start, busy: perform.pending !== undefined };
}
