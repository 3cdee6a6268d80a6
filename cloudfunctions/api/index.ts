import { contract } from '@shared/contract';
import { apiMain } from '@functions/platform/functionMain';
import { createApi } from './createApi';

/** 云函数 `api`：小程序、网页和其他系统的唯一入口。 */
export const main = apiMain(contract, ({ database, ports, environment }) =>
  createApi({ database, ports, publicUrl: environment.publicUrl }),
);
