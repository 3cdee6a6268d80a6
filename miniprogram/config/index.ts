import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { modernPackages } from './modernPackages';
import { withoutJsonSchema } from './withoutJsonSchema';

const root = path.resolve(__dirname, '..', '..');
const here = (...parts: string[]): string => path.resolve(__dirname, '..', ...parts);

/** Build settings read from the environment, with defaults that suit one machine. */
const settings = {
  /** `cloud`: wx.cloud.callFunction; `http`: POST /api/<action> */
  transport: process.env.SHELIN_TRANSPORT,
  /** Base address of the HTTP transport; empty means the address the page came from */
  apiBase: process.env.SHELIN_API_BASE ?? '',
  cloudEnv: process.env.SHELIN_CLOUD_ENV ?? '',
  /** Subscribe-message templates, as the server names them */
  templateIds: {
    filingProgress: process.env.SHELIN_TEMPLATE_PROGRESS,
    filingDeadline: process.env.SHELIN_TEMPLATE_DEADLINE,
  },
  /** Output folder, for a build beside the usual one */
  output: process.env.SHELIN_OUTPUT,
};

interface Chain {
  plugin: (name: string) => { use: (plugin: unknown, args: unknown[]) => unknown };
}

function leaveOutJsonSchema(chain: Chain, webpack: { NormalModuleReplacementPlugin: unknown }): void {
  withoutJsonSchema(root).forEach((pair, index) =>
    chain.plugin(`withoutJsonSchema${index}`).use(webpack.NormalModuleReplacementPlugin, pair),
  );
}

/** What libraries take for granted and WeChat has not. */
function addMissingGlobals(chain: Chain, webpack: { ProvidePlugin: unknown }): void {
  chain
    .plugin('abortController')
    .use(webpack.ProvidePlugin, [{ AbortController: [here('src/client/abortController'), 'AbortController'] }]);
}

export default defineConfig(async () => {
  const isWeapp = process.env.TARO_ENV === 'weapp';
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'shelin',
    date: '2026-1-1',
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 828: 1.81 / 2, 375: 2 },
    sourceRoot: 'src',
    outputRoot: settings.output ?? (isWeapp ? '../dist/weapp' : '../dist/h5'),
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: true },
    logger: { quiet: true, stats: false },
    alias: { '@': here('src'), '@shared': path.resolve(root, 'shared') },
    plugins: [path.resolve(__dirname, 'ariaPlugin.cjs')],
    defineConstants: {
      SHELIN_TRANSPORT: JSON.stringify(settings.transport ?? (isWeapp ? 'cloud' : 'http')),
      SHELIN_API_BASE: JSON.stringify(settings.apiBase),
      SHELIN_CLOUD_ENV: JSON.stringify(settings.cloudEnv),
      SHELIN_TEMPLATE_IDS: JSON.stringify(settings.templateIds),
    },
    jsMinimizer: 'terser',
    terser: {
      enable: true,
      config: { ecma: 5, safari10: true, compress: { ecma: 5 }, output: { ecma: 5, comments: false } },
    },
    mini: {
      compile: { include: modernPackages(root) },
      optimizeMainPackage: { enable: true },
      webpackChain(chain, webpack) {
        leaveOutJsonSchema(chain, webpack);
        addMissingGlobals(chain, webpack);
      },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      esnextModules: [],
      compile: { include: modernPackages(root) },
      useDeprecatedAdapterComponent: false,
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: true, config: { baseFontSize: 20, maxRootSize: 20, minRootSize: 20 } },
        cssModules: { enable: false },
      },
      webpackChain(chain, webpack) {
        leaveOutJsonSchema(chain, webpack);
        chain.merge({ target: ['web', 'es5'] });
        chain.performance.hints(false);
        // Pages are loaded one by one; what two of them share comes once.
        chain.optimization.splitChunks({
          chunks: 'all',
          cacheGroups: {
            default: false,
            defaultVendors: false,
            common: { name: 'common', minChunks: 2, priority: 1, reuseExistingChunk: true },
          },
        });
      },
    },
  };
  return config;
});
