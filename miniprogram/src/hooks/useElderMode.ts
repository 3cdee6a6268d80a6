import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { remember, remembered } from '@/client/storage';

const key = 'elderMode';
/** From this system text size on, the large layout comes by itself. */
const autoScale = 1.4;

function systemTextScale(): number {
  try {
    if (process.env.TARO_ENV === 'h5') return parseFloat(getComputedStyle(document.documentElement).fontSize) / 20;
    const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
    return info.fontSizeScaleFactor ?? 1;
  } catch {
    return 1;
  }
}

interface ElderState {
  elder: boolean;
  /** The person decided on this phone; nothing changes it by itself then */
  isChosen: boolean;
}

const elderStore = create<ElderState>(() => {
  const chosen = remembered<'on' | 'off'>(key);
  return { elder: chosen ? chosen === 'on' : systemTextScale() >= autoScale, isChosen: chosen !== undefined };
});

/** The browser's tab bar is no part of a page: the document says the mode too. */
function markDocument({ elder }: ElderState): void {
  if (process.env.TARO_ENV === 'h5') document.documentElement.classList.toggle('sl-elder-root', elder);
}
markDocument(elderStore.getState());
elderStore.subscribe(markDocument);

/** 长辈模式的开关：记在手机上。 */
export function setElderMode(elder: boolean): void {
  remember(key, elder ? 'on' : 'off');
  elderStore.setState({ elder, isChosen: true });
}

/** What the account prefers; it yields to a choice made on this phone. */
export function suggestElderMode(elder: boolean): void {
  if (!elderStore.getState().isChosen && elder) elderStore.setState({ elder });
}

/** 长辈模式：大字、大按钮、少内容。 */
export function useElderMode(): { elder: boolean; setElder: (elder: boolean) => void } {
  return { elder: elderStore((state) => state.elder), setElder: setElderMode };
}
