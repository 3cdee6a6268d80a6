import type { Values } from '@/hooks/formValues';

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys in one order, so that the same answers read the same. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, ordered(item)]),
  );
}

const same = (left: unknown, right: unknown): boolean =>
  JSON.stringify(ordered(left)) === JSON.stringify(ordered(right));

/**
 * The form leaves out empty lists; the server keeps them. An empty list it holds is put back,
 * so that what nobody touched does not look changed.
 */
export function withKeptBlanks(base: unknown, now: unknown): unknown {
  if (now === undefined && Array.isArray(base) && base.length === 0) return base;
  if (Array.isArray(base) && Array.isArray(now)) return now.map((item, index) => withKeptBlanks(base[index], item));
  if (!isRecord(base) || !isRecord(now)) return now;
  const names = Array.from(new Set([...Object.keys(base), ...Object.keys(now)]));
  const pairs = names.map((name) => [name, withKeptBlanks(base[name], now[name])] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** What differs from the answers the server holds; an answer taken back is null. */
export function changedAnswers(base: Values, now: Values, names: readonly string[]): Values {
  const kept = Object.fromEntries(names.map((name) => [name, withKeptBlanks(base[name], now[name])]));
  const changed = names.filter((name) => !same(base[name], kept[name]));
  return Object.fromEntries(changed.map((name) => [name, kept[name] ?? null]));
}

/**
 * Somebody saved in between (another phone, another window): what he changed and we did not.
 * Where both changed the same answer, the one on this screen stays.
 */
export function incomingAnswers(base: Values, fresh: Values, mine: Values): Values {
  const names = Object.keys({ ...base, ...fresh }).filter((name) => !(name in mine) && !same(base[name], fresh[name]));
  return Object.fromEntries(names.map((name) => [name, fresh[name]]));
}
