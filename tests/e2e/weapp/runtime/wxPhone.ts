import { asynchronous, Listeners } from './api';

/** What the person sees above the pages and answers: toasts, dialogs, sheets. */
export class Dialogs {
  readonly toasts: string[] = [];
  readonly titles: string[] = [];
  readonly modals: { title: string; content: string }[] = [];
  private readonly answers: (boolean | number)[] = [];

  /** How the person answers the next dialogs: confirm or not, or the index in a sheet. Default: confirms, first. */
  answer(...answers: (boolean | number)[]): void {
    this.answers.push(...answers);
  }

  readonly api = {
    showToast: asynchronous('showToast', ({ title }) => void this.toasts.push(String(title))),
    hideToast: asynchronous('hideToast', () => ({})),
    showLoading: asynchronous('showLoading', () => ({})),
    hideLoading: asynchronous('hideLoading', () => ({})),
    showModal: asynchronous('showModal', ({ title, content }) => {
      this.modals.push({ title: String(title ?? ''), content: String(content ?? '') });
      const confirm = this.answers.shift() !== false;
      return { confirm, cancel: !confirm };
    }),
    showActionSheet: asynchronous('showActionSheet', () => {
      const index = this.answers.shift() ?? 0;
      if (index === false) throw new Error('cancel');
      return { tapIndex: Number(index) };
    }),
    setNavigationBarTitle: asynchronous('setNavigationBarTitle', ({ title }) => void this.titles.push(String(title))),
  };
}

/** Synchronous and asynchronous storage of one phone; a `Map` given to two boots is the same phone restarted. */
export function makeStorage(stored: Map<string, string>) {
  const get = (key: unknown): unknown => {
    const text = stored.get(String(key));
    return text === undefined ? '' : (JSON.parse(text) as unknown);
  };
  const set = (key: unknown, value: unknown) => void stored.set(String(key), JSON.stringify(value ?? ''));
  const info = () => ({ keys: [...stored.keys()], currentSize: 1, limitSize: 10_240 });
  return {
    getStorageSync: get,
    setStorageSync: set,
    removeStorageSync: (key: unknown) => void stored.delete(String(key)),
    clearStorageSync: () => stored.clear(),
    getStorageInfoSync: info,
    getStorage: asynchronous('getStorage', ({ key }) => {
      if (!stored.has(String(key))) throw new Error('data not found');
      return { data: get(key) };
    }),
    setStorage: asynchronous('setStorage', ({ key, data }) => set(key, data)),
    removeStorage: asynchronous('removeStorage', ({ key }) => void stored.delete(String(key))),
    getStorageInfo: asynchronous('getStorageInfo', info),
  };
}

const windowInfo = {
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
};
const device = { brand: 'devtools', model: 'test', system: 'iOS 16.0', platform: 'ios', benchmarkLevel: 1 };
const baseInfo = { SDKVersion: '3.7.0', version: '8.0.50', language: 'zh_CN', theme: 'light', fontSizeSetting: 17 };
const systemInfo = { ...windowInfo, ...device, ...baseInfo, errMsg: 'getSystemInfo:ok' };

/** What the phone says about itself, its gestures, and what happens to the app from outside. */
export function makePhone(launch: object) {
  const shown = new Listeners<object>();
  const hidden = new Listeners<void>();
  const resized = new Listeners<object>();
  const ignored = new Listeners<unknown>();
  const copied: string[] = [];
  const calls: string[] = [];
  /** Template ids a person was asked about; he accepts all. */
  const subscriptions: string[][] = [];
  return {
    shown,
    hidden,
    copied,
    calls,
    subscriptions,
    api: {
      getSystemInfoSync: () => systemInfo,
      getSystemInfo: asynchronous('getSystemInfo', () => systemInfo),
      getWindowInfo: () => windowInfo,
      getDeviceInfo: () => device,
      getAppBaseInfo: () => baseInfo,
      getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true }),
      getAppAuthorizeSetting: () => ({}),
      getMenuButtonBoundingClientRect: () => ({ left: 278, top: 48, right: 365, bottom: 80, width: 87, height: 32 }),
      getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
      getLaunchOptionsSync: () => launch,
      getEnterOptionsSync: () => launch,
      canIUse: () => true,
      nextTick: (work: () => void) => void setTimeout(work, 0),
      onAppShow: shown.on,
      offAppShow: shown.off,
      onAppHide: hidden.on,
      offAppHide: hidden.off,
      onWindowResize: resized.on,
      offWindowResize: resized.off,
      onKeyboardHeightChange: ignored.on,
      offKeyboardHeightChange: ignored.off,
      onThemeChange: ignored.on,
      offThemeChange: ignored.off,
      onError: ignored.on,
      onUnhandledRejection: ignored.on,
      onMemoryWarning: ignored.on,
      onPageNotFound: ignored.on,
      setClipboardData: asynchronous('setClipboardData', ({ data }) => void copied.push(String(data))),
      makePhoneCall: asynchronous('makePhoneCall', ({ phoneNumber }) => void calls.push(String(phoneNumber))),
      requestSubscribeMessage: asynchronous('requestSubscribeMessage', ({ tmplIds }) => {
        const ids = tmplIds as string[];
        subscriptions.push(ids);
        return Object.fromEntries(ids.map((id) => [id, 'accept']));
      }),
      pageScrollTo: asynchronous('pageScrollTo', () => ({})),
      startPullDownRefresh: asynchronous('startPullDownRefresh', () => ({})),
      stopPullDownRefresh: asynchronous('stopPullDownRefresh', () => ({})),
      hideKeyboard: asynchronous('hideKeyboard', () => ({})),
      vibrateShort: asynchronous('vibrateShort', () => ({})),
      setTabBarBadge: asynchronous('setTabBarBadge', () => ({})),
      removeTabBarBadge: asynchronous('removeTabBarBadge', () => ({})),
      setNavigationBarColor: asynchronous('setNavigationBarColor', () => ({})),
      setBackgroundColor: asynchronous('setBackgroundColor', () => ({})),
      showShareMenu: asynchronous('showShareMenu', () => ({})),
      hideShareMenu: asynchronous('hideShareMenu', () => ({})),
      getUpdateManager: () => ({
        onCheckForUpdate: ignored.on,
        onUpdateReady: ignored.on,
        onUpdateFailed: ignored.on,
        applyUpdate: () => undefined,
      }),
    },
  };
}
