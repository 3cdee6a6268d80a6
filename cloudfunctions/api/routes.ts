import type { contract } from '@shared/contract';
import { fileRoutes } from '@functions/modules/file/routes';
import { filingRoutes } from '@functions/modules/filing/routes';
import { certificateLink } from '@functions/modules/filing/useCases/certificateLink';
import { ledgerRoutes } from '@functions/modules/ledger/routes';
import { notificationRoutes } from '@functions/modules/notification/routes';
import { organizationRoutes } from '@functions/modules/organization/routes';
import { regionRoutes } from '@functions/modules/region/routes';
import { userRoutes } from '@functions/modules/user/routes';
import type { Routes } from '@functions/platform/useCase';

/** Every action and its use case. A module joins with one line. */
export const routes: Routes<typeof contract> = {
  ...regionRoutes,
  ...userRoutes,
  ...fileRoutes,
  ...organizationRoutes,
  ...filingRoutes,
  'certificate.link': certificateLink,
  ...ledgerRoutes,
  ...notificationRoutes,
};
