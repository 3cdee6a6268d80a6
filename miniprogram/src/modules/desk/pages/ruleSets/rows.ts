/** The list with one row changed. */
export const replaced = <T>(list: readonly T[], index: number, change: Partial<T>): T[] =>
  list.map((each, at) => (at === index ? { ...each, ...change } : each));

/** The list without one row. */
export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

/** An id that none of the list has: it stays when the words change. */
export function freshId(prefix: string, taken: readonly string[]): string {
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => `${prefix}${index + 1}`);
  return last(numbers.filter((id) => !taken.includes(id))) ?? prefix;
}
