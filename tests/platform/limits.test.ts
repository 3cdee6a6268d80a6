import { AppError } from '@shared/kernel/errors';
import { checkLimits } from '@functions/platform/limits';

/** The code of the refusal, or undefined when the input may pass. */
function refusal(input: unknown): string | undefined {
  try {
    checkLimits(input);
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error.code : 'another error';
  }
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : { inner: nested(depth - 1) });
const wide = (keys: number) => Object.fromEntries(Array.from({ length: keys }, (_, index) => [`k${index}`, index]));

describe('limits before parsing', () => {
  it('count the bytes of the text, three to a Chinese character', () => {
    expect(refusal({ text: '社'.repeat(87_000) })).toBeUndefined();
    expect(refusal({ text: '社'.repeat(88_000) })).toBe('TOO_LARGE');
  });

  it('count texts together, names included', () => {
    expect(refusal(Array.from({ length: 10 }, () => 'a'.repeat(30_000)))).toBe('TOO_LARGE');
    expect(refusal(Array.from({ length: 1900 }, () => ({ ['k'.repeat(190)]: 1 })))).toBe('TOO_LARGE');
  });

  it('bound the depth', () => {
    expect(refusal(nested(11))).toBeUndefined();
    expect(refusal(nested(13))).toBe('TOO_LARGE');
  });

  it('bound the number of keys and of items', () => {
    expect(refusal(wide(2000))).toBeUndefined();
    expect(refusal(wide(2001))).toBe('TOO_LARGE');
    expect(refusal(new Array(20_001).fill(0))).toBe('TOO_LARGE');
  });
});
