import '@shared/kernel/zodSetup';
import { QueryClientProvider } from '@tanstack/react-query';
import Taro, { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { flushOutbox, watchOutbox } from '@/client/outbox';
import { queryClient, watchFocus } from '@/client/queryClient';
import './app.css';

if (SHELIN_TRANSPORT === 'cloud') Taro.cloud.init(SHELIN_CLOUD_ENV ? { env: SHELIN_CLOUD_ENV } : {});

/** The app: one query cache, the outbox awake. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchFocus();
    watchOutbox();
  });
  useDidShow(() => void flushOutbox());
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
