import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** From this width on, list and record stand side by side. */
const wideFrom = 1024;
const isWideNow = (): boolean => {
  try {
    return Taro.getWindowInfo().windowWidth >= wideFrom;
  } catch {
    return false;
  }
};

/** True on a desk's screen (≥1024 px). */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWideNow);
  useEffect(() => {
    const update = () => setWide(isWideNow());
    Taro.onWindowResize(update);
    return () => Taro.offWindowResize(update);
  }, []);
  return wide;
}
