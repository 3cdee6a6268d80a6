import { View } from '@tarojs/components';
import { Button } from '@/components/Button';

export interface PagerProps {
  page: number;
  pageSize: number;
  total: number;
  totalIsExact: boolean;
  onPage: (page: number) => void;
}

/** 「第 2 页，共 61 条」 and the way on and back; nothing for a single page. */
export function Pager({ page, pageSize, total, totalIsExact, onPage }: PagerProps) {
  const more = totalIsExact ? page * pageSize < total : true;
  if (page === 1 && !more) return null;
  return (
    <View className="row row-between">
      <Button small kind="quiet" icon="left" label="上一页" disabled={page === 1} onPress={() => onPage(page - 1)} />
      <View className="t-small c-2">
        第 {page} 页，共 {total}
        {totalIsExact ? '' : '+'} 条
      </View>
      <Button small kind="quiet" label="下一页" disabled={!more} onPress={() => onPage(page + 1)} />
    </View>
  );
}
