import type { Action, Input, Output, SentInput } from '@shared/contract';
import type { Envelope } from '@shared/kernel/contract';
import { AppError, errorTable, type ErrorCode } from '@shared/kernel/errors';
import { newRequestId } from './requestId';
import { sessionStore, setToken } from './sessionStore';
import { transport } from './transport';

export type { Action, Input, Output, SentInput };

export interface CallOptions {
  /** Given when the same command is sent again after a network failure */
  requestId?: string;
  /** The hat it was given under, when that is not the present one; null: the plain resident */
  hat?: string | null;
}

const isErrorCode = (code: string): code is ErrorCode => code in errorTable;

/** The data of an envelope. @throws AppError with the server's sentence and marked fields */
export function dataOf<T>(envelope: Envelope): T {
  if (envelope.ok) return envelope.data as T;
  const { code, message, fields } = envelope.error;
  throw new AppError(isErrorCode(code) ? code : 'INTERNAL', { message, fields });
}

async function send<T>(action: string, input: unknown, requestId?: string, givenHat?: string | null): Promise<T> {
  const { token, hat: presentHat } = sessionStore.getState();
  const hat = givenHat === undefined ? presentHat : (givenHat ?? undefined);
  try {
    return dataOf<T>(await transport({ action, input, requestId, hat, token }));
  } catch (error) {
    const tokenIsStill = sessionStore.getState().token === token;
    if (error instanceof AppError && error.code === 'UNAUTHENTICATED' && token && tokenIsStill) setToken(undefined);
    throw error;
  }
}

/**
 * Asks the cloud to do something (or, without harm, answers a query). The only way to the server.
 * @throws AppError; OfflineError when the server was not reached
 */
export async function call<A extends Action>(
  action: A,
  input: SentInput<A>,
  options: CallOptions = {},
): Promise<Output<A>> {
  return send<Output<A>>(action, input, options.requestId ?? (await newRequestId()), options.hat);
}

/** A query: nothing changes, so it needs no requestId. */
export const ask = <A extends Action>(action: A, input: SentInput<A>): Promise<Output<A>> =>
  send<Output<A>>(action, input);

/** The two calls of demo mode, which no contract and no deployed server knows. */
export const callDemo = async <T>(action: 'session.demoPersonas' | 'session.demoLogin', input: unknown): Promise<T> =>
  send<T>(action, input, action === 'session.demoLogin' ? await newRequestId() : undefined);
