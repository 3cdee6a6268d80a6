import { useQuery as useReactQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import type { Output, QueryAction, SentInput } from '@shared/contract';
import { ask } from '@/client/call';
import { keepAnswer, lastAnswer } from '@/client/lastAnswers';
import { isOffline } from '@/client/OfflineError';
import { sessionStore } from '@/client/sessionStore';

export interface QueryOptions {
  /** false: do not ask yet */
  enabled?: boolean;
  /** Ask again every so many milliseconds while shown */
  every?: number;
  /** false: numbers of people in full, not to be kept on the phone */
  keep?: boolean;
}

/** A query as a page sees it; `QueryView` shows it. */
export interface QueryState<T> {
  data: T | undefined;
  error: Error | null;
  /** First answer still awaited and nothing to show */
  isLoading: boolean;
  /** Being asked again behind what is shown */
  isRefreshing: boolean;
  /** The network is away: what is shown is the last answer */
  isOffline: boolean;
  /** When the shown answer was given, ms; 0 when there is none */
  answeredAt: number;
  reload: () => Promise<void>;
}

/** Asks a query of the contract, keeps its last answer on the phone and asks again when the page or the app comes back. */
export function useQuery<A extends QueryAction>(
  action: A,
  input: SentInput<A>,
  options: QueryOptions = {},
): QueryState<Output<A>> {
  const owner = sessionStore((state) => state.token ?? '');
  const hat = sessionStore((state) => state.hat ?? '');
  const keep = options.keep ?? true;
  const queryKey = [action, input, owner.slice(0, 12), hat];
  const hash = JSON.stringify(queryKey);
  const query = useReactQuery<Output<A>>({
    queryKey,
    queryFn: async () => {
      const data = await ask(action, input);
      if (keep) keepAnswer(hash, { data, at: Date.now() });
      return data;
    },
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    initialData: () => (keep ? (lastAnswer(hash)?.data as Output<A> | undefined) : undefined),
    initialDataUpdatedAt: () => (keep ? lastAnswer(hash)?.at : undefined),
  });
  useDidShow(() => {
    // Pages behind stay alive: what they show may be older than what was done in front of them.
    if (query.isStale && options.enabled !== false) void query.refetch({ cancelRefetch: false });
  });
  return {
    data: query.data as Output<A> | undefined,
    error: query.error,
    isLoading: query.isPending && query.isFetching,
    isRefreshing: query.isFetching && query.data !== undefined,
    isOffline: isOffline(query.error ?? query.failureReason),
    answeredAt: query.dataUpdatedAt,
    reload: async () => {
      await query.refetch();
    },
  };
}
