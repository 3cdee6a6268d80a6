import Taro from '@tarojs/taro';
import { focusManager, QueryClient } from '@tanstack/react-query';
import { isOffline } from './OfflineError';

/** One cache for all pages. The phone's own idea of "online" is not trusted: every query is tried. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (failures, error) => isOffline(error) && failures < 1,
      retryDelay: 800,
      // Long enough for the parts of one page to share an answer; a page opened anew shows what is so now,
      // and what the phone remembered from before is always asked again.
      staleTime: ({ state }) => (state.dataUpdateCount === 0 ? 0 : 3_000),
      gcTime: 10 * 60_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Coming back to the app asks again what has grown old. */
export function watchFocus(): void {
  focusManager.setEventListener((handleFocus) => {
    const shown = () => handleFocus(true);
    const hidden = () => handleFocus(false);
    Taro.onAppShow(shown);
    Taro.onAppHide(hidden);
    return () => {
      Taro.offAppShow(shown);
      Taro.offAppHide(hidden);
    };
  });
}
