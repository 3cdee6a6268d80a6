// Old WeChat bases and cracked phones run ES5 only: everything is transformed, `shared/` and npm packages too.
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        targets: { ios: '9', android: '5' },
        forceAllTransforms: true,
        hot: false,
      },
    ],
  ],
};
