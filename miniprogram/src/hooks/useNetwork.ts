import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** False while the phone says it has no network. */
export function useNetwork(): boolean {
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    void Taro.getNetworkType().then(({ networkType }) => setConnected(networkType !== 'none'));
    const update = ({ isConnected }: { isConnected: boolean }) => setConnected(isConnected);
    Taro.onNetworkStatusChange(update);
    return () => Taro.offNetworkStatusChange(update);
  }, []);
  return connected;
}
