import { access } from '@shared/access';
import { contract } from '@shared/contract';
import type { Contract } from '@shared/kernel/contract';
import type { AccessTable } from '@shared/kernel/policy';
import { notifyOf } from '@functions/modules/notification/service';
import { identify } from '@functions/modules/user/identify';
import type { Database } from '@functions/platform/database';
import { createHandler } from '@functions/platform/handler';
import type { Ports } from '@functions/platform/ports';
import { routes } from './routes';

export interface ApiParts {
  database: Database;
  ports: Ports;
  clock?: () => Date;
  publicUrl: string;
  /** Demo mode only: further calls, their gates and use cases. The deployed bundle passes none. */
  demo?: { contract: Contract; access: AccessTable<string>; routes: Readonly<Record<string, unknown>> };
}

/** All modules' routes behind the one pipeline. */
export const createApi = ({ database, ports, publicUrl, clock = () => new Date(), demo }: ApiParts) =>
  createHandler({
    contract: { ...contract, ...demo?.contract },
    access: { ...access, ...demo?.access },
    routes: { ...routes, ...demo?.routes },
    identify,
    onEvent: notifyOf,
    database,
    ports,
    clock,
    demo: demo !== undefined,
    publicUrl,
  });
