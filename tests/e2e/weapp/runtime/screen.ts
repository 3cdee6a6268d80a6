import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { PageStack } from './pageStack';

/** A visible text, or the `aria-label` of something without text. */
export type Wanted = string | RegExp;

type WxElement = glassEasel.Element;
const nodeOf = (element: Element): WxElement => (element as Element & { __wxElement: WxElement }).__wxElement;

const inputs = 'input, textarea';
const squeezed = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

const matches = (text: string, wanted: Wanted, whole: boolean): boolean => {
  if (typeof wanted !== 'string') return wanted.test(text);
  return whole ? text === wanted : text.includes(wanted);
};

/** The page in front, as a person reads it and touches it. */
export class Screen {
  constructor(private readonly pages: PageStack) {}

  get view(): HTMLElement {
    return this.pages.current.view;
  }

  /** All words on the page, one piece of text a line. */
  text(): string {
    const walker = this.view.ownerDocument.createTreeWalker(this.view, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) words.push(squeezed(node.textContent));
    return words.filter(Boolean).join('\n');
  }

  /** The innermost things that say `wanted`: whole texts first, then labels, then parts of texts. */
  findAll(wanted: Wanted): Element[] {
    const all = [...this.view.querySelectorAll('*')];
    const innermost = (found: Element[]) =>
      found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
    const whole = all.filter((element) => matches(squeezed(element.textContent), wanted, true));
    if (whole.length > 0) return innermost(whole);
    const labelled = all.filter((element) => matches(squeezed(element.getAttribute('aria-label')), wanted, true));
    if (labelled.length > 0) return innermost(labelled);
    return innermost(all.filter((element) => matches(squeezed(element.textContent), wanted, false)));
  }

  /** The first of `findAll`, or undefined. */
  find(wanted: Wanted): Element | undefined {
    return this.findAll(wanted)[0];
  }

  /** The input under a label, with an `aria-label`, or with a placeholder. */
  findInput(label: Wanted): Element | undefined {
    const all = [...this.view.querySelectorAll(inputs)];
    const named = all.find((element) =>
      ['aria-label', 'placeholder', 'name'].some((name) => matches(element.getAttribute(name) ?? '', label, true)),
    );
    if (named) return named;
    for (
      let around: Element | null | undefined = this.find(label);
      around && around !== this.view;
      around = around.parentElement
    ) {
      const inside = around.querySelector(inputs);
      if (inside) return inside;
    }
    return undefined;
  }

  /** Lets an event happen on an element, as the platform would. */
  trigger(element: Element, type: string, detail: object = {}, bubbles = false): void {
    nodeOf(element).triggerEvent(type, detail, { bubbles, composed: bubbles });
  }

  /** A finger on an element: refused when it, or what it lies in, is disabled. */
  touch(element: Element): void {
    const disabled = element.closest('[disabled]:not([disabled="false"])');
    if (disabled) throw new Error(`「${squeezed(disabled.textContent)}」 is disabled.`);
    for (const type of ['touchstart', 'touchend', 'tap']) this.trigger(element, type, { x: 0, y: 0 }, true);
  }

  /** Puts a value into an input: focus, input, blur. */
  enter(element: Element, value: string): void {
    this.trigger(element, 'focus', { value: '' });
    this.trigger(element, 'input', { value, cursor: value.length });
    this.trigger(element, 'blur', { value });
  }
}
