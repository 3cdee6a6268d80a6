import { asynchronous, Listeners } from './api';
import { exchange as exchangeOnce } from '../../../support/exchange';
import type { PhoneFiles } from './wxFiles';

/** Where the platform is: the local host, and who the phone belongs to. */
export interface Platform {
  baseUrl: string;
  /** The person the platform vouches for at every `callFunction` */
  openid: string;
  /** What `wx.login` answers */
  loginCode: string;
}

const absolute = (baseUrl: string, url: string): string => (/^https?:/.test(url) ? url : `${baseUrl}${url}`);

function bodyOf(data: unknown): string | Uint8Array | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string') return data;
  // Bytes may come from another realm: told by their kind, not by `instanceof`.
  const kind = Object.prototype.toString.call(data);
  if (kind === '[object ArrayBuffer]') return new Uint8Array(data as ArrayBuffer);
  if (ArrayBuffer.isView(data)) return data as Uint8Array;
  return JSON.stringify(data);
}

/** `wx.request`, `wx.cloud` and the state of the network, over real HTTP to the local host. */
export function makeNetwork(platform: Platform, files: PhoneFiles) {
  const status = new Listeners<{ isConnected: boolean; networkType: string }>();
  let online = true;
  const mustBeOnline = () => {
    if (!online) throw new Error('network is unreachable');
  };

  let pending = 0;
  const exchange: typeof exchangeOnce = async (url, question) => {
    pending += 1;
    try {
      return await exchangeOnce(url, question);
    } finally {
      pending -= 1;
    }
  };

  const request = asynchronous('request', async ({ url, method, header, data, timeout, dataType, responseType }) => {
    mustBeOnline();
    const answer = await exchange(absolute(platform.baseUrl, String(url)), {
      method: String(method ?? 'GET').toUpperCase(),
      headers: { 'content-type': 'application/json', ...lowerCased(header as Record<string, string> | undefined) },
      body: bodyOf(data),
      timeoutMs: typeof timeout === 'number' ? timeout : undefined,
    });
    const bytes = new Uint8Array(answer.body).buffer;
    const text = answer.body.toString('utf8');
    return {
      statusCode: answer.status,
      header: answer.headers,
      data:
        responseType === 'arraybuffer' ? bytes : dataType === undefined || dataType === 'json' ? parsed(text) : text,
    };
  });

  const callFunction = asynchronous('cloud.callFunction', async ({ name, data }) => {
    mustBeOnline();
    const answer = await exchange(`${platform.baseUrl}/wx/callFunction`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, openid: platform.openid, data }),
    });
    if (answer.status >= 400)
      throw new Error(`the function answered ${answer.status}: ${answer.body.toString('utf8')}`);
    return parsed(answer.body.toString('utf8')) as object;
  });

  const downloadFile = asynchronous('downloadFile', async ({ url, header }) => {
    mustBeOnline();
    const answer = await exchange(absolute(platform.baseUrl, String(url)), {
      headers: header as Record<string, string>,
    });
    return {
      statusCode: answer.status,
      tempFilePath: files.keep(String(url).split('/').at(-1) ?? 'file', answer.body),
    };
  });

  return {
    api: {
      request,
      downloadFile,
      login: asynchronous('login', () => ({ code: platform.loginCode })),
      checkSession: asynchronous('checkSession', () => ({})),
      cloud: { init: () => undefined, callFunction },
      getNetworkType: asynchronous('getNetworkType', () => ({ networkType: online ? 'wifi' : 'none' })),
      onNetworkStatusChange: status.on,
      offNetworkStatusChange: status.off,
    },
    /** Requests under way */
    pending: () => pending,
    /** Takes the phone off the network, or back on. */
    setOnline: (value: boolean) => {
      online = value;
      status.tell({ isConnected: online, networkType: online ? 'wifi' : 'none' });
    },
  };
}

const lowerCased = (header: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
