import { anyone, hats, signedIn, staffRoles, upperRoles, type AccessTable } from '@shared/kernel/policy';
import type { organizationContract } from './contract';

export const organizationAccess: AccessTable<keyof typeof organizationContract> = {
  'organization.get': signedIn,
  'organization.mine': signedIn,
  'organization.publicCheck': anyone,
  'organization.counts': hats(...staffRoles, 'partyStaff', 'federation'),
  'organization.addRegistered': hats(...upperRoles),
  'organization.updateSupervision': hats(...staffRoles),
  'organization.selfCheck': hats('orgLeader'),
  'certificate.link': signedIn,
};
