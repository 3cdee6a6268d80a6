import { AppError } from '@shared/kernel/errors';

const bytesMax = 256 * 1024;
const depthMax = 12;
/** A roster of 500 members has 1,500 keys; nothing a person fills in has more. */
const keysMax = 2000;
const itemsMax = 20_000;

/**
 * Refuses input that is too large, too deep or too wide before zod sees it.
 * @throws TOO_LARGE
 */
export function checkLimits(input: unknown): void {
  let keys = 0;
  let items = 0;
  let bytes = 0;
  // The platform hands over parsed input: what counts is the text in it. Its other parts are bounded by number.
  const weigh = (text: string): void => {
    bytes += Buffer.byteLength(text);
    if (bytes > bytesMax) throw new AppError('TOO_LARGE');
  };
  const walk = (value: unknown, depth: number): void => {
    if (typeof value === 'string') return weigh(value);
    if (value === null || typeof value !== 'object') return;
    if (depth > depthMax) throw new AppError('TOO_LARGE', { message: '内容的层次太深，请简化后再提交' });
    if (Array.isArray(value)) {
      items += value.length;
      if (items > itemsMax) throw new AppError('TOO_LARGE');
      for (const item of value) walk(item, depth + 1);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      keys += 1;
      if (keys > keysMax || key.length > 200) throw new AppError('TOO_LARGE');
      weigh(key);
      walk(item, depth + 1);
    }
  };
  walk(input, 1);
}
