import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { AppError } from '@shared/kernel/errors';
import { call, type Action, type SentInput } from './call';
import { isOffline } from './OfflineError';
import { sessionStore } from './sessionStore';
import { remember, remembered } from './storage';

/** A command kept on the phone until there is a network. */
export interface OutboxItem {
  requestId: string;
  action: Action;
  input: unknown;
  /** What it does, in the person's words: 「提交备案：夕阳红舞蹈队」 */
  title: string;
  queuedAt: string;
  userId: string | undefined;
  /** The hat it was given under */
  hat: string | undefined;
  /** The server's sentence when it was refused; it then waits for the person, not for the network */
  refusal?: string;
}

const key = 'outbox';
export const outboxStore = create<{ items: OutboxItem[]; sending: boolean }>(() => ({
  items: remembered<OutboxItem[]>(key) ?? [],
  sending: false,
}));

function keep(items: OutboxItem[]): void {
  outboxStore.setState({ items });
  remember(key, items);
}

/** Puts a command that met no network into the outbox. */
export function queueCommand<A extends Action>(command: {
  action: A;
  input: SentInput<A>;
  title: string;
  requestId: string;
}): void {
  const { userId, hat } = sessionStore.getState();
  keep([...outboxStore.getState().items, { ...command, userId, hat, queuedAt: new Date().toISOString() }]);
}

export const dropQueued = (requestId: string): void =>
  keep(outboxStore.getState().items.filter((item) => item.requestId !== requestId));

const belongsToUser = (item: OutboxItem): boolean => item.userId === sessionStore.getState().userId;

/** Sends what waits, in order, each once; stops at the first network failure. */
export async function flushOutbox(): Promise<void> {
  if (outboxStore.getState().sending) return;
  outboxStore.setState({ sending: true });
  try {
    const waiting = outboxStore.getState().items.filter((item) => !item.refusal && belongsToUser(item));
    for (const item of waiting) {
      try {
        await call(item.action, item.input as SentInput<Action>, { requestId: item.requestId, hat: item.hat ?? null });
        dropQueued(item.requestId);
      } catch (error) {
        if (isOffline(error)) return;
        const refusal = error instanceof AppError ? error.message : '没有送成，请打开原来的页面再办一次';
        keep(
          outboxStore.getState().items.map((each) => (each.requestId === item.requestId ? { ...each, refusal } : each)),
        );
      }
    }
  } finally {
    outboxStore.setState({ sending: false });
  }
}

/** Sends the outbox whenever the network or the app comes back. Called once by the app. */
export function watchOutbox(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) void flushOutbox();
  });
}
