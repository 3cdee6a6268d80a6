import type { Values } from '@/hooks/formValues';

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

/** What differs from the answers the server holds; an answer taken back is null. */
export function changedAnswers(base: Values, now: Values, names: readonly string[]): Values {
  const changed = names.filter((name) => !same(base[name], now[name]));
  return Object.fromEntries(changed.map((name) => [name, now[name] ?? null]));
}

/**
 * Somebody saved in between (another phone, another window): what he changed and we did not.
 * Where both changed the same answer, the one on this screen stays.
 */
export function incomingAnswers(base: Values, fresh: Values, mine: Values): Values {
  const names = Object.keys({ ...base, ...fresh }).filter((name) => !(name in mine) && !same(base[name], fresh[name]));
  return Object.fromEntries(names.map((name) => [name, fresh[name]]));
}
