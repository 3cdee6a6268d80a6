import Taro from '@tarojs/taro';
import type { CallEvent, Envelope } from '@shared/kernel/contract';
import { OfflineError } from './OfflineError';

/** Carries one call to the `api` function and brings its envelope back. @throws OfflineError */
export type Transport = (event: CallEvent) => Promise<Envelope>;

const timeoutMs = 20_000;

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';
}

function envelopeOf(value: unknown): Envelope {
  const body: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  if (!isEnvelope(body)) throw new OfflineError();
  return body;
}

/** `wx.cloud`: the platform vouches for the person. */
export const cloudTransport: Transport = async (event) => {
  try {
    const reply = await Taro.cloud.callFunction({ name: 'api', data: event });
    return envelopeOf(reply.result);
  } catch {
    throw new OfflineError();
  }
};

/** HTTPS: our own session token vouches for the person. The status line is not read, the envelope says all. */
export const httpTransport: Transport = async ({ action, input, requestId, hat, token }) => {
  const header: Record<string, string> = { 'Content-Type': 'application/json' };
  if (token) header.Authorization = `Bearer ${token}`;
  if (requestId) header['Idempotency-Key'] = requestId;
  if (hat) header['X-Hat'] = hat;
  try {
    const reply = await Taro.request<unknown>({
      url: `${SHELIN_API_BASE}/api/${action}`,
      method: 'POST',
      data: JSON.stringify(input ?? {}),
      header,
      timeout: timeoutMs,
    });
    return envelopeOf(reply.data);
  } catch {
    throw new OfflineError();
  }
};

/** The transport this build was configured for. */
export const transport: Transport = SHELIN_TRANSPORT === 'cloud' ? cloudTransport : httpTransport;
