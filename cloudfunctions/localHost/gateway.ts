import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { FileStore } from './fileStore';
import { header, isLoopback, readBody, sendJson, sendText } from './httpReply';

/** Made at each start and given to the workers only: who does not know it is not one of our functions. */
export interface GatewayCredentials {
  secretId: string;
  secretKey: string;
}

export const makeCredentials = (): GatewayCredentials => ({
  secretId: `local${randomBytes(18).toString('hex')}`,
  secretKey: randomBytes(24).toString('hex'),
});

export interface GatewayOptions {
  credentials: GatewayCredentials;
  files: FileStore;
  demo: boolean;
  /** Messages WeChat would have delivered, one JSON a line */
  messageLog: string;
  invoke: (name: string, event: unknown) => Promise<unknown>;
}

const bodyMax = 8 * 1024 * 1024;
const fileIdPrefix = 'cloud://local.shelin/';

class GatewayError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const name = z.string().min(1).max(1024);
const wxCall = z.object({ apiName: z.string(), requestData: z.unknown() });
const calls = {
  upload: z.object({ path: name }),
  download: z.object({
    file_list: z.array(z.object({ fileid: z.string(), max_age: z.coerce.number().optional() })).max(50),
  }),
  remove: z.object({ fileid_list: z.array(z.string()).max(50) }),
  invoke: z.object({ function_name: z.string(), request_data: z.string().default('') }),
};

const nameOfFileId = (fileId: string): string => {
  if (!fileId.startsWith(fileIdPrefix))
    throw new GatewayError('STORAGE_FILE_NONEXIST', `not a file of this host: ${fileId.slice(0, 80)}`);
  return fileId.slice(fileIdPrefix.length);
};

const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string' || value === '') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new GatewayError('INVALID_PARAM', 'the request data is not JSON');
  }
};

/** 演示环境的 openid：同一个 code 总是同一个人。 */
export const demoOpenid = (code: string): string =>
  `demo_${createHash('sha256').update(code).digest('hex').slice(0, 23)}`;

/**
 * The part of CloudBase that the unmodified @cloudbase/node-sdk talks to, on loopback. Errors travel as the real ones do:
 * HTTP 200 with `{ code, message, requestId }`.
 */
export class Gateway {
  constructor(private readonly options: GatewayOptions) {}

  /** Environment that points a function's SDK here. */
  static environment(port: number, { secretId, secretKey }: GatewayCredentials): Record<string, string> {
    return {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
      TENCENTCLOUD_SECRETID: secretId,
      TENCENTCLOUD_SECRETKEY: secretKey,
      // Spares the SDK its look-ups in the cloud's metadata service: 26–165 ms each.
      TENCENTCLOUD: 'true',
      TCB_ENV: 'local',
      SCF_NAMESPACE: 'local',
    };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLoopback(request) || !this.knows(header(request, 'authorization') ?? ''))
      return sendText(response, 404, 'not found');
    const requestId = randomBytes(16).toString('hex');
    try {
      const params = await this.parameters(request);
      const action = z.object({ action: z.string() }).parse(params).action;
      const answer = await this.answer(action, params);
      // wx.openApi answers the bytes themselves; the SDK parses them only under exactly this content type.
      sendJson(response, 200, action === 'wx.openApi' ? answer : { requestId, data: answer });
    } catch (error) {
      const code =
        error instanceof GatewayError ? error.code : error instanceof z.ZodError ? 'INVALID_PARAM' : 'SYS_ERR';
      sendJson(response, 200, { code, message: error instanceof Error ? error.message : String(error), requestId });
    }
  }

  private knows(authorization: string): boolean {
    const given = Buffer.from(/Credential=([^/,\s]+)/.exec(authorization)?.[1] ?? '');
    const expected = Buffer.from(this.options.credentials.secretId);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private async parameters(request: IncomingMessage): Promise<unknown> {
    const body = await readBody(request, bodyMax);
    if (!body) throw new GatewayError('INVALID_PARAM', 'the request is too large');
    const type = header(request, 'content-type') ?? '';
    if (!type.startsWith('multipart/form-data')) return parsed(body.toString('utf8'));
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const entries = await Promise.all(
      [...form].map(async ([key, value]) => [key, typeof value === 'string' ? value : await value.text()]),
    );
    return Object.fromEntries(entries) as unknown;
  }

  private answer(action: string, params: unknown): Promise<unknown> {
    switch (action) {
      case 'storage.getUploadMetadata':
        return this.prepareUpload(calls.upload.parse(params).path);
      case 'storage.batchGetDownloadUrl':
        return this.downloadLinks(calls.download.parse(params).file_list);
      case 'storage.batchDeleteFile':
        return this.removeFiles(calls.remove.parse(params).fileid_list);
      case 'functions.invokeFunction':
        return this.invokeFunction(calls.invoke.parse(params));
      case 'wx.api':
        return this.callWechat(wxCall.parse(params)).then((answer) => ({ responseData: JSON.stringify(answer) }));
      case 'wx.openApi':
        return this.callWechat(wxCall.parse(params));
      default:
        throw new GatewayError('INVALID_ACTION', `${action} is not available on the local host`);
    }
  }

  private async prepareUpload(path: string): Promise<unknown> {
    const url = this.options.files.uploadLink(path);
    const fileId = `${fileIdPrefix}${path}`;
    return {
      url,
      token: 'local',
      authorization: 'local',
      fileId,
      cosFileId: createHash('sha256').update(path).digest('hex'),
    };
  }

  private async downloadLinks(list: z.infer<typeof calls.download>['file_list']): Promise<unknown> {
    const links = list.map(async ({ fileid, max_age = 600 }) => {
      const file = nameOfFileId(fileid);
      if ((await this.options.files.size(file)) === undefined)
        return { fileID: fileid, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' };
      return {
        fileID: fileid,
        code: 'SUCCESS',
        tempFileURL: this.options.files.downloadLink(file, max_age),
        maxAge: max_age,
      };
    });
    return { download_list: await Promise.all(links) };
  }

  private async removeFiles(fileIds: string[]): Promise<unknown> {
    await Promise.all(fileIds.map((fileId) => this.options.files.remove(nameOfFileId(fileId))));
    return { delete_list: fileIds.map((fileID) => ({ fileID, code: 'SUCCESS' })) };
  }

  private async invokeFunction(call: z.infer<typeof calls.invoke>): Promise<unknown> {
    const result = await this.options.invoke(call.function_name, parsed(call.request_data));
    return { response_data: JSON.stringify(result ?? null) };
  }

  /** Only what the demo needs; without the demo WeChat must be reached by an adapter of the office's own. */
  private async callWechat({ apiName, requestData }: z.infer<typeof wxCall>): Promise<unknown> {
    if (!this.options.demo) throw new GatewayError('OPENAPI_UNAVAILABLE', 'this host is not connected to WeChat');
    const data = parsed(requestData) as Record<string, unknown> | undefined;
    if (/code2session$/i.test(apiName)) return this.codeToSession(data);
    if (/^subscribeMessage\.send$/i.test(apiName)) {
      await appendFile(
        this.options.messageLog,
        `${JSON.stringify({ at: new Date().toISOString(), apiName, data })}\n`,
        { mode: 0o600 },
      );
      return { errcode: 0, errCode: 0, errmsg: 'ok', errMsg: `openapi.${apiName}:ok` };
    }
    if (/^security\.msgSecCheck$/i.test(apiName))
      return {
        errcode: 0,
        errCode: 0,
        errMsg: 'openapi.security.msgSecCheck:ok',
        result: { suggest: 'pass', label: 100 },
      };
    throw new GatewayError('INVALID_WX_API', `${apiName} is not available on the local host`);
  }

  private codeToSession(data: Record<string, unknown> | undefined): unknown {
    const code = data?.js_code ?? data?.jsCode ?? data?.code;
    if (typeof code !== 'string' || code === '') return { errcode: 40029, errCode: 40029, errmsg: 'invalid code' };
    return { errcode: 0, errCode: 0, openid: demoOpenid(code), session_key: 'demo' };
  }
}
