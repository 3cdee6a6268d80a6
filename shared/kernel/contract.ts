import './zodSetup';
import type * as z from 'zod';

/** One call a client can make. Commands change something and carry a `requestId`; queries do not. */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  kind: 'query' | 'command';
  /** What it does, in Chinese: shown in the audit and in openapi.json */
  title: string;
  input: Input;
  output: Output;
  /** The answer is a secret (a session token): it is never kept for replay */
  secretAnswer?: true;
}

export type Contract = Readonly<Record<string, Call>>;

type CallWords<Input extends z.ZodType, Output extends z.ZodType> = Omit<Call<Input, Output>, 'kind'>;

export const query = <I extends z.ZodType, O extends z.ZodType>(
  words: CallWords<I, O>,
): Call<I, O> & { kind: 'query' } => ({
  kind: 'query',
  ...words,
});

export const command = <I extends z.ZodType, O extends z.ZodType>(
  words: CallWords<I, O>,
): Call<I, O> & { kind: 'command' } => ({ kind: 'command', ...words });

export type InputOf<C extends Contract, A extends keyof C> = z.output<C[A]['input']>;
/** What a client may send: defaults may be left out. */
export type SentInputOf<C extends Contract, A extends keyof C> = z.input<C[A]['input']>;
export type OutputOf<C extends Contract, A extends keyof C> = z.output<C[A]['output']>;

/** The reply of every call, on every transport. */
export type Envelope<T = unknown> =
  | { ok: true; data: T }
  | { ok: false; error: { code: string; message: string; fields?: { field: string; message: string }[] } };

/** The event every transport hands to the `api` function. `hat` is the grant id of the chosen identity. */
export interface CallEvent {
  action: string;
  input?: unknown;
  requestId?: string;
  hat?: string;
  /** Session token, where the platform does not vouch for the person */
  token?: string;
}
