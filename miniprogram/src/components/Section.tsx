import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { a11y } from './a11y';

export interface SectionProps {
  title?: string;
  /** Right of the title: a quiet button, a count */
  aside?: ReactNode;
  help?: string;
}

/** A titled part of a page. */
export function Section({ title, aside, help, children }: PropsWithChildren<SectionProps>) {
  return (
    <View className="sl-section">
      {title || aside ? (
        <View className="sl-section__head">
          {title ? (
            <View className="t-title grow" {...a11y({ role: 'heading', level: 2 })}>
              {title}
            </View>
          ) : null}
          {aside}
        </View>
      ) : null}
      {help ? <View className="t-small c-2">{help}</View> : null}
      {children}
    </View>
  );
}
