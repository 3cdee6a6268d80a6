import { create } from 'zustand';

export type ToastKind = 'ok' | 'warn' | 'danger';

export interface ToastState {
  text: string | undefined;
  kind: ToastKind;
  serial: number;
}

export const toastStore = create<ToastState>(() => ({ text: undefined, kind: 'ok', serial: 0 }));

/** Says in passing what is already visible elsewhere; an error stays until it is closed. */
export function toast(text: string, kind: ToastKind = 'ok'): void {
  toastStore.setState(({ serial }) => ({ text, kind, serial: serial + 1 }));
}

export const closeToast = (): void => toastStore.setState({ text: undefined });
