import Taro from '@tarojs/taro';

/** What a certificate's QR code asks for: its address carries `code`; a bare number is itself. */
export function codeInLink(text: string): string {
  const found = /[?&]code=([^&#]+)/.exec(text)?.[1];
  return (found ? decodeURIComponent(found) : text).trim().slice(0, 60);
}

/** Lets the person scan a certificate; undefined when he did not. WeChat only. */
export async function scanCode(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return codeInLink(result) || undefined;
  } catch {
    return undefined;
  }
}
