import { signedIn, type AccessTable } from '@shared/kernel/policy';
import type { notificationContract } from './contract';

export const notificationAccess: AccessTable<keyof typeof notificationContract> = {
  'inbox.list': signedIn,
  'inbox.markRead': signedIn,
  'inbox.recordPermits': signedIn,
};
