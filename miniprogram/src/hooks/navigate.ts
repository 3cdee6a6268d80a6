import Taro from '@tarojs/taro';
import { isTab } from '@/routes';
import { toast } from '@/components/toastStore';

/** Opens a page of the app by its address, a tab or not. */
export function openPage(url: string): void {
  const opened = isTab(url.split('?')[0] ?? url) ? Taro.switchTab({ url }) : Taro.navigateTo({ url });
  opened.catch(() => toast('这一页打不开，请返回首页再试', 'warn'));
}
