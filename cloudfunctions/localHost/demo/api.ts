import { contract } from '@shared/contract';
import { createApi } from '@functions/api/createApi';
import { apiMain } from '@functions/platform/functionMain';
import { demoAccess, demoContract, demoRoutes } from './demoCalls';

/** The `api` function of the demo: the deployed one and the personas' log-in. */
export const main = apiMain({ ...contract, ...demoContract }, ({ database, ports, environment }) =>
  createApi({
    database,
    ports,
    publicUrl: environment.publicUrl,
    demo: { contract: demoContract, access: demoAccess, routes: demoRoutes },
  }),
);
