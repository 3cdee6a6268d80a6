import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';

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
