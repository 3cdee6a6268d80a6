import Taro from '@tarojs/taro';

/** What the phone remembers under a key; undefined when nothing, or when the phone refuses. */
export function remembered<T>(key: string): T | undefined {
  try {
    const value: unknown = Taro.getStorageSync(key);
    return value === '' || value === null || value === undefined ? undefined : (value as T);
  } catch {
    return undefined;
  }
}

/** Remembers a value; a full or forbidden storage is no reason to fail. False then. */
export function remember(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // Nothing to do: it is gone or will be overwritten.
  }
}

/** Every key that begins with `prefix`. */
export function rememberedKeys(prefix: string): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
