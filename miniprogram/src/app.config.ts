/** The gallery of parts is for looking at while building, never for people. */
const kitPages = process.env.SHELIN_KIT === '1' ? ['pages/kit/index'] : [];

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/inbox/index', 'pages/mine/index', 'pages/personas/index', ...kitPages],
  subPackages: [
    {
      root: 'modules/filing',
      pages: [
        'pages/start/index',
        'pages/wizard/index',
        'pages/detail/index',
        'pages/mine/index',
        'pages/organization/index',
        'pages/selfCheck/index',
      ],
    },
    {
      root: 'modules/desk',
      pages: [
        'pages/desk/index',
        'pages/ledger/index',
        'pages/import/index',
        'pages/counts/index',
        'pages/ruleSets/index',
        'pages/barred/index',
        'pages/grants/index',
      ],
    },
    { root: 'modules/public', pages: ['pages/check/index', 'pages/guide/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['modules/filing', 'modules/public'] },
  },
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '社邻',
    navigationBarBackgroundColor: '#FBFAF7',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FBFAF7',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#4A524E',
    selectedColor: '#17624A',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-on.png',
      },
      {
        pagePath: 'pages/inbox/index',
        text: '消息',
        iconPath: 'assets/tab/inbox.png',
        selectedIconPath: 'assets/tab/inbox-on.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'assets/tab/mine.png',
        selectedIconPath: 'assets/tab/mine-on.png',
      },
    ],
  },
});
