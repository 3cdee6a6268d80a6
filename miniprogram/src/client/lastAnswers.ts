import { forget, remember, remembered, rememberedKeys } from './storage';

/** The last answer of a query, kept on the phone: what a list shows while there is no network. */
export interface LastAnswer {
  data: unknown;
  at: number;
}

const prefix = 'answer.';
const most = 40;
const keyOf = (hash: string): string => prefix + hash;

export const lastAnswer = (hash: string): LastAnswer | undefined => remembered<LastAnswer>(keyOf(hash));

/** Keeps an answer; the oldest ones make room. */
export function keepAnswer(hash: string, answer: LastAnswer): void {
  remember(keyOf(hash), answer);
  const keys = rememberedKeys(prefix);
  if (keys.length <= most) return;
  keys
    .map((key) => ({ key, at: remembered<LastAnswer>(key)?.at ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .slice(0, keys.length - most)
    .forEach(({ key }) => forget(key));
}

/** Another person uses this phone now. */
export const forgetAnswers = (): void => rememberedKeys(prefix).forEach(forget);
