import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { formatInstant } from '@shared/kernel/civilDate';
import type { QueryState } from '@/hooks/useQuery';
import { a11y } from './a11y';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';

export interface EmptyWords {
  text: string;
  icon?: IconName;
  /** The next step */
  action?: { label: string; onPress: () => void };
}

export interface QueryViewProps<T> {
  query: QueryState<T>;
  children: (data: T) => ReactNode;
  /** Shown when `isEmpty` says so; by default a page without items is empty */
  empty?: EmptyWords;
  isEmpty?: (data: T) => boolean;
  /** Shape of the waiting page */
  skeleton?: 'list' | 'record';
}

const hasNoItems = (data: unknown): boolean => {
  const items: unknown = Array.isArray(data) ? data : (data as { items?: unknown } | null)?.items;
  return Array.isArray(items) && items.length === 0;
};

/** Grey bones of the right size: nothing jumps when the answer comes. */
export function Skeleton({ shape = 'list' }: { shape?: 'list' | 'record' }) {
  return (
    <View className="sl-skeleton" {...a11y({ role: 'status', label: '正在打开' })}>
      {(shape === 'list' ? [0, 1, 2, 3] : [0, 1]).map((index) => (
        <View key={index} className="stack">
          <View className="sl-bone sl-bone--short" />
          <View className={shape === 'list' ? 'sl-bone' : 'sl-bone sl-bone--block'} />
        </View>
      ))}
    </View>
  );
}

/** Nothing here yet, and what to do next. */
export function Empty({ text, icon = 'folder', action }: EmptyWords) {
  return (
    <View className="sl-state">
      <View className="sl-state__icon">
        <Icon name={icon} size="large" />
      </View>
      <View>{text}</View>
      {action ? <Button kind="quiet" {...action} /> : null}
    </View>
  );
}

/** What went wrong, in words, and a way to try again. */
export function Failure({ error, retry, busy }: { error: Error; retry?: () => void; busy?: boolean }) {
  return (
    <View className="sl-state" {...a11y({ role: 'alert' })}>
      <View className="sl-state__icon">
        <Icon name="warn" size="large" />
      </View>
      <View>{error.message}</View>
      {retry ? <Button kind="quiet" label="再试一次" icon="refresh" onPress={retry} loading={busy} /> : null}
    </View>
  );
}

/** A query on the page: bones, then content; empty with the next step; error with a retry; the age of an answer shown without network. */
export function QueryView<T>({ query, children, empty, isEmpty = hasNoItems, skeleton }: QueryViewProps<T>) {
  const { data, error } = query;
  if (data === undefined) {
    if (error) return <Failure error={error} retry={() => void query.reload()} busy={query.isRefreshing} />;
    return <Skeleton shape={skeleton} />;
  }
  const age = query.answeredAt ? formatInstant(new Date(query.answeredAt), new Date()) : '';
  return (
    <>
      {error ? (
        <View className="sl-age" {...a11y({ role: 'status' })}>
          <Icon name={query.isOffline ? 'wifiOff' : 'warn'} size="small" />
          <View className="grow">{query.isOffline ? `网络连不上，这是 ${age} 的内容` : error.message}</View>
          <Button small kind="text" label="再试一次" onPress={() => void query.reload()} loading={query.isRefreshing} />
        </View>
      ) : null}
      {empty && isEmpty(data) ? <Empty {...empty} /> : children(data)}
    </>
  );
}
