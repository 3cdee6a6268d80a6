import { anyone, hats, signedIn, type AccessTable } from '@shared/kernel/policy';
import type { userContract } from './contract';

export const userAccess: AccessTable<keyof typeof userContract> = {
  'session.me': anyone,
  'session.wechatLogin': anyone,
  'session.logout': signedIn,
  'user.updateProfile': signedIn,
  'grant.list': hats('systemAdmin', 'countyStaff', 'orgLeader'),
  'grant.give': hats('systemAdmin', 'countyStaff', 'orgLeader'),
  'grant.withdraw': hats('systemAdmin', 'countyStaff', 'orgLeader'),
};
