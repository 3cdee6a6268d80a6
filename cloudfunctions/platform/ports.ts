import type { MessageTemplate } from '@shared/modules/notification/contract';

/** Files of the platform. Keys are server-made paths; clients only ever see short-lived links. */
export interface StoragePort {
  /** Where a client sends the raw bytes of `key` */
  prepareUpload(key: string): Promise<{ url: string; method: 'PUT'; headers: Record<string, string> }>;
  read(key: string): Promise<Uint8Array>;
  write(key: string, bytes: Uint8Array): Promise<void>;
  temporaryUrl(key: string, seconds: number): Promise<string>;
  remove(key: string): Promise<void>;
}

/** WeChat log-in where the platform does not vouch for the person. */
export interface IdentityPort {
  /** @returns the openid behind a `wx.login` code. @throws UNAUTHENTICATED when the code is not valid */
  openidOfCode(code: string): Promise<string>;
}

/** Subscribe messages (订阅消息). A refusal by WeChat throws; the outbox tries again. */
export interface MessagePort {
  sendSubscribe(message: {
    openid: string;
    template: MessageTemplate;
    page: string | null;
    data: Record<string, string>;
  }): Promise<void>;
}

export interface Ports {
  storage: StoragePort;
  identity: IdentityPort;
  messages: MessagePort;
}
