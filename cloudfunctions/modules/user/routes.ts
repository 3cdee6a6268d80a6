import type { userContract } from '@shared/modules/user/contract';
import type { Routes } from '@functions/platform/useCase';
import { grantRole } from './useCases/grantRole';
import { listGrants } from './useCases/listGrants';
import { logout } from './useCases/logout';
import { readSession } from './useCases/readSession';
import { updateProfile } from './useCases/updateProfile';
import { wechatLogin } from './useCases/wechatLogin';
import { withdrawGrant } from './useCases/withdrawGrant';

export const userRoutes: Routes<typeof userContract> = {
  'session.me': readSession,
  'session.wechatLogin': wechatLogin,
  'session.logout': logout,
  'user.updateProfile': updateProfile,
  'grant.list': listGrants,
  'grant.give': grantRole,
  'grant.withdraw': withdrawGrant,
};
