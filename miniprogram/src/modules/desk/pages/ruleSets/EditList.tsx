import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';

/** The list with one row changed. */
export const replaced = <T,>(list: readonly T[], index: number, change: Partial<T>): T[] =>
  list.map((each, at) => (at === index ? { ...each, ...change } : each));
/** The list without one row. */
export const without = <T,>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);
const last = <T,>(list: readonly T[]): T | undefined => list[list.length - 1];

/** An id that none of the list has: it stays when the words change. */
export function freshId(prefix: string, taken: readonly string[]): string {
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => `${prefix}${index + 1}`);
  return last(numbers.filter((id) => !taken.includes(id))) ?? prefix;
}

/** One row of a list being edited, which can be removed. */
export function Row({ words, onRemove, children }: { words: string; onRemove: () => void; children: ReactNode }) {
  return (
    <View className="staff-item">
      <View className="grow stack">{children}</View>
      <Button small kind="text" icon="trash" label="删去" ariaLabel={`删去${words}`} onPress={onRemove} />
    </View>
  );
}

/** A list being edited: its rows, what is wrong, and the button for one more. */
export function Block({
  title,
  help,
  error,
  add,
  children,
}: {
  title: string;
  help?: string;
  error: string | undefined;
  add: ReactNode;
  children: ReactNode;
}) {
  return (
    <Section title={title} help={help}>
      <Card>
        <View className="staff-list">{children}</View>
        {error ? <View className="t-small c-danger">{error}</View> : null}
        {add}
      </Card>
    </Section>
  );
}
