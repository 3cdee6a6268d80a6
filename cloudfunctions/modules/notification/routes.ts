import type { notificationContract } from '@shared/modules/notification/contract';
import type { Routes } from '@functions/platform/useCase';
import { listInbox } from './useCases/listInbox';
import { markRead } from './useCases/markRead';
import { recordPermits } from './useCases/recordPermits';

export const notificationRoutes: Routes<typeof notificationContract> = {
  'inbox.list': listInbox,
  'inbox.markRead': markRead,
  'inbox.recordPermits': recordPermits,
};
