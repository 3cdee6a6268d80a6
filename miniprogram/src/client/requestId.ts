interface RandomHost {
  getRandomValues?: (options: {
    length: number;
    success: (result: { randomValues: ArrayBuffer }) => void;
    fail: () => void;
  }) => void;
}
declare const wx: RandomHost | undefined;

/** A version 4 UUID from 16 bytes. */
export function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return (value + 0x100).toString(16).slice(1);
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function weakBytes(): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256));
}

function wechatBytes(): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const host = typeof wx === 'undefined' ? undefined : wx;
    if (!host?.getRandomValues) return resolve(weakBytes());
    host.getRandomValues({
      length: 16,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: () => resolve(weakBytes()),
    });
  });
}

/** The name of one command: the same tap sent twice carries the same id and is done once. */
export async function newRequestId(): Promise<string> {
  if (process.env.TARO_ENV === 'weapp') return uuidOf(await wechatBytes());
  return uuidOf(
    globalThis.crypto?.getRandomValues ? globalThis.crypto.getRandomValues(new Uint8Array(16)) : weakBytes(),
  );
}
