import { Text, View } from '@tarojs/components';
import { formatInstant } from '@shared/kernel/civilDate';
import { a11y } from '@/components/a11y';
import { Icon, type IconName } from '@/components/Icon';
import type { ServerDraft } from '../useServerDraft';

interface Words {
  icon: IconName;
  text: string;
  className: string;
}

function wordsOf({ state, savedAt, refusal }: ServerDraft, kept: Date | undefined): Words {
  const at = savedAt ? formatInstant(savedAt, new Date()).replace('今天 ', '') : '';
  switch (state) {
    case 'saving':
      return { icon: 'refresh', text: '正在保存', className: 'c-2' };
    case 'saved':
      return { icon: 'check', text: `已保存 ${at}`, className: 'c-ok' };
    case 'offline':
      return { icon: 'wifiOff', text: '没有网络，已存在手机上，有网后自动送出', className: 'c-warn' };
    case 'refused':
      return { icon: 'warn', text: refusal ?? '还没有存上，请稍后再试', className: 'c-danger' };
    case 'idle':
      return { icon: 'info', text: kept ? '上次填的内容还在' : '填的内容会自动保存', className: 'c-2' };
  }
}

/** Where the answers are: 「已保存 14:05」. */
export function SaveLine({ draft, kept }: { draft: ServerDraft; kept: Date | undefined }) {
  const { icon, text, className } = wordsOf(draft, kept);
  return (
    <View className={`row t-small filing-save ${className}`} {...a11y({ role: 'status', live: 'polite' })}>
      <Icon name={icon} size="small" />
      <Text className="grow">{text}</Text>
    </View>
  );
}
