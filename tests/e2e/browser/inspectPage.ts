import { readFileSync } from 'node:fs';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';

/** 移动互联网应用适老化通用设计规范：长辈版主要文字不小于 18 磅。 */
const elderTextPx = 24;

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until the page in front shows its content: no bones, no open request. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.sl-page:visible').last().waitFor({ timeout: 20_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelectorAll('.sl-skeleton').length === 0, undefined, {
    timeout: 20_000,
  });
}

/** How many pixels the page is wider than the screen; 0 when it fits. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const root = document.documentElement;
    return Math.max(0, root.scrollWidth - window.innerWidth, document.body.scrollWidth - window.innerWidth);
  });

/** Serious and critical findings of axe, one line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    // `label-content-name-mismatch` compares words between blanks, which Chinese does not write: every label with a
    // comma in it would be one.
    const rules = { 'label-content-name-mismatch': { enabled: false } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], rules });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** Words an elder reads that are set too small, with their size. */
export const smallWords = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const found: string[] = [];
    const inFront = [...document.querySelectorAll('.sl-page')]
      .filter((element) => element.getClientRects().length > 0)
      .at(-1);
    const walker = document.createTreeWalker(inFront ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = (node.textContent ?? '').trim();
      const holder = node.parentElement;
      if (!words || !holder || holder.getClientRects().length === 0) continue;
      const style = getComputedStyle(holder);
      const size = parseFloat(style.fontSize);
      if (style.visibility !== 'hidden' && size < least - 0.5)
        found.push(`${words.slice(0, 30)} (${size.toFixed(1)} px)`);
    }
    return found;
  }, elderTextPx);

/** Codes and English that slipped into what people read: placeholders of programmers. */
export const strayWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const visible = document.body.innerText;
    return visible.match(/\b(?:undefined|null|NaN|\[object Object\]|Invalid Date)\b/g) ?? [];
  });
