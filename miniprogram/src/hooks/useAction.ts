import { useRef, useState } from 'react';
import type { CommandAction, Output, SentInput } from '@shared/contract';
import { AppError } from '@shared/kernel/errors';
import { call } from '@/client/call';
import { isOffline } from '@/client/OfflineError';
import { queueCommand } from '@/client/outbox';
import { queryClient } from '@/client/queryClient';
import { newRequestId } from '@/client/requestId';
import { toast } from '@/components/toastStore';

export interface ActionOptions<T> {
  /** Runs after success, e.g. `query.reload` */
  after?: (data: T) => unknown;
  /** Sentence shown for a moment after success */
  done?: string;
  /** Without network the command goes to the outbox under this title instead of failing */
  queueAs?: string;
  /** Gets the error first; true means it was shown (a form marked its fields) */
  onError?: (error: AppError) => boolean | void;
}

/** Performs a command; undefined when it was refused or waits in the outbox. */
export interface Perform {
  <A extends CommandAction>(
    action: A,
    input: SentInput<A>,
    options?: ActionOptions<Output<A>>,
  ): Promise<Output<A> | undefined>;
  /** The action on its way, or undefined */
  pending: CommandAction | undefined;
  error: AppError | undefined;
  clearError: () => void;
}

const asAppError = (error: unknown): AppError => (error instanceof AppError ? error : new AppError('INTERNAL'));

/** Gives `perform(action, input)`: one command at a time, repeated taps ignored, errors shown in words. */
export function useAction<T = unknown>(shared: ActionOptions<T> = {}): Perform {
  const [pending, setPending] = useState<CommandAction>();
  const [error, setError] = useState<AppError>();
  const busy = useRef(false);
  /** A command whose fate is unknown keeps its id when the very same is tried again. */
  const unknownFate = useRef<{ words: string; requestId: string }>();

  const perform = async <A extends CommandAction>(
    action: A,
    input: SentInput<A>,
    own: ActionOptions<Output<A>> = {},
  ) => {
    if (busy.current) return undefined;
    busy.current = true;
    setPending(action);
    setError(undefined);
    const words = JSON.stringify([action, input]);
    const requestId = unknownFate.current?.words === words ? unknownFate.current.requestId : await newRequestId();
    const options = { ...(shared as ActionOptions<Output<A>>), ...own };
    try {
      const data = await call(action, input, { requestId });
      unknownFate.current = undefined;
      // Pages behind this one ask again when they are seen.
      await queryClient.invalidateQueries({ refetchType: 'none' });
      await options.after?.(data);
      // Said when the page shows it: the next tap works with what is so now.
      if (options.done) toast(options.done);
      return data;
    } catch (caught) {
      if (isOffline(caught) && options.queueAs) {
        queueCommand({ action, input, title: options.queueAs, requestId });
        toast('没有网络，已放进“待发送”，有网后自动送出', 'warn');
        return undefined;
      }
      unknownFate.current = isOffline(caught) ? { words, requestId } : undefined;
      const appError = asAppError(caught);
      setError(appError);
      // Somebody was faster: what is on the screen is no longer so.
      if (appError.code === 'STALE') void queryClient.invalidateQueries();
      if (!options.onError?.(appError)) toast(appError.message, 'danger');
      return undefined;
    } finally {
      busy.current = false;
      setPending(undefined);
    }
  };
  return Object.assign(perform, { pending, error, clearError: () => setError(undefined) });
}
