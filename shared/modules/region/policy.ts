import { anyone, type AccessTable } from '@shared/kernel/policy';
import type { regionContract } from './contract';

/** 区划是公开信息，谁都可以查。 */
export const regionAccess: AccessTable<keyof typeof regionContract> = {
  'region.children': anyone,
  'region.path': anyone,
  'region.search': anyone,
};
