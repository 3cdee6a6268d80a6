import { codeInLink } from '@/modules/public/pages/check/scanCode';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }));

describe('what a scanned certificate asks for', () => {
  it.each([
    ['https://example.org/#/modules/public/pages/check/index?code=B370502003-2026-0001', 'B370502003-2026-0001'],
    ['/modules/public/pages/check/index?from=qr&code=%E8%88%9E%E8%B9%88%E9%98%9F#top', '舞蹈队'],
    [' B370502003-2026-0001 ', 'B370502003-2026-0001'],
  ])('reads %s', (text, code) => {
    expect(codeInLink(text)).toBe(code);
  });

  it('never hands on more than the check accepts', () => {
    expect(codeInLink('x'.repeat(500))).toHaveLength(60);
  });
});
