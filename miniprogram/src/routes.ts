/** Where pages live; notices and the host link to the same addresses. */
export const pages = {
  home: '/pages/home/index',
  inbox: '/pages/inbox/index',
  mine: '/pages/mine/index',
  personas: '/pages/personas/index',
  /** 公开查验 */
  check: '/modules/public/pages/check/index',
  /** 我的备案、备案向导、备案详情、我的组织 */
  myFilings: '/modules/filing/pages/mine/index',
  newFiling: '/modules/filing/pages/start/index',
  filing: '/modules/filing/pages/detail/index',
  organization: '/modules/filing/pages/organization/index',
  /** 办件台、台账和导入、两本账、备案办法、禁入名单、身份授权 */
  desk: '/modules/desk/pages/desk/index',
  ledger: '/modules/desk/pages/ledger/index',
  ledgerImport: '/modules/desk/pages/import/index',
  counts: '/modules/desk/pages/counts/index',
  ruleSets: '/modules/desk/pages/ruleSets/index',
  barred: '/modules/desk/pages/barred/index',
  grants: '/modules/desk/pages/grants/index',
} as const;

const tabs: readonly string[] = [pages.home, pages.inbox, pages.mine];

export const isTab = (url: string): boolean => tabs.includes(url);

/** An address with its query: `withQuery(pages.filing, { filingId })`. */
export function withQuery(url: string, query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return pairs.length ? `${url}?${pairs.join('&')}` : url;
}
