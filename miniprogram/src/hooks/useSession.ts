import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { AppError } from '@shared/kernel/errors';
import type { HatView, SessionView } from '@shared/modules/user/schema';
import { call } from '@/client/call';
import { forgetAnswers } from '@/client/lastAnswers';
import { flushOutbox } from '@/client/outbox';
import { queryClient } from '@/client/queryClient';
import { sessionStore, setHat, setToken, setUserId } from '@/client/sessionStore';
import { suggestElderMode } from './useElderMode';
import { forgetDrafts } from './useForm';
import { useQuery, type QueryState } from './useQuery';

export interface Session {
  query: QueryState<SessionView>;
  user: SessionView['user'];
  hats: HatView[];
  hat: HatView | null;
  unread: number;
  demo: boolean;
  isSignedIn: boolean;
}

/** Who uses the app, and under which hat. */
export function useSession(): Session {
  const query = useQuery('session.me', {});
  const { data, error } = query;
  useEffect(() => {
    if (!data) return;
    setUserId(data.user?.id);
    if (data.user?.elderMode) suggestElderMode(true);
    if (data.user) void flushOutbox();
  }, [data]);
  useEffect(() => {
    // Everybody may ask who he is: a refusal means that the remembered hat was withdrawn. He goes on as a resident.
    if (error instanceof AppError && error.code === 'FORBIDDEN' && sessionStore.getState().hat) setHat(null);
  }, [error]);
  return {
    query,
    user: data?.user ?? null,
    hats: data?.hats ?? [],
    hat: data?.hat ?? null,
    unread: data?.unread ?? 0,
    demo: data?.demo ?? false,
    isSignedIn: Boolean(data?.user),
  };
}

/** Takes a session token into use; what the phone remembered of somebody else goes. */
export function beginSession(token: string, hat: string | null = null): void {
  forgetAnswers();
  setToken(token);
  setHat(hat);
  queryClient.clear();
}

/** Signs in with WeChat: only inside WeChat. @throws AppError */
export async function signInWithWechat(): Promise<void> {
  const { code } = await Taro.login();
  const { token } = await call('session.wechatLogin', { code });
  beginSession(token);
}

export async function signOut(): Promise<void> {
  try {
    await call('session.logout', {});
  } finally {
    forgetAnswers();
    forgetDrafts();
    setToken(undefined);
    queryClient.clear();
  }
}

/** Changes hats: every question is asked anew. */
export function chooseHat(hat: HatView): void {
  setHat(hat.grantId);
  void queryClient.invalidateQueries();
}
