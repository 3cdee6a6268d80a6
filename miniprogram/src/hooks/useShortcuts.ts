import { useEffect, useRef } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Keys of the desk (browser only): `useShortcuts({ j: next, k: previous, Enter: open, 1: accept })`. Silent while somebody types or a dialog is open. */
export function useShortcuts(keys: Record<string, (() => void) | undefined>, enabled = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !enabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector('.sl-sheet')) return;
      const onButton = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'button';
      if (event.key === 'Enter' && onButton) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled]);
}
