import { uuidOf } from '@/client/requestId';

describe('the id of a command', () => {
  it('is a version 4 UUID of its bytes', () => {
    expect(uuidOf(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000');
    expect(uuidOf(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
});
