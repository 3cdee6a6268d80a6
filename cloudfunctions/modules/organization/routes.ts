import type { organizationContract } from '@shared/modules/organization/contract';
import type { Routes } from '@functions/platform/useCase';
import { addRegistered } from './useCases/addRegistered';
import { checkOrganization } from './useCases/checkOrganization';
import { checkSelf } from './useCases/checkSelf';
import { countOrganizations } from './useCases/countOrganizations';
import { getOrganization } from './useCases/getOrganization';
import { listMyOrganizations } from './useCases/listMyOrganizations';
import { updateSupervision } from './useCases/updateSupervision';

/** 组织。`certificate.link` is answered by the filing module, which draws certificates. */
export const organizationRoutes: Omit<Routes<typeof organizationContract>, 'certificate.link'> = {
  'organization.get': getOrganization,
  'organization.mine': listMyOrganizations,
  'organization.publicCheck': checkOrganization,
  'organization.counts': countOrganizations,
  'organization.addRegistered': addRegistered,
  'organization.updateSupervision': updateSupervision,
  'organization.selfCheck': checkSelf,
};
