import type { AccessTable } from '@shared/kernel/policy';
import type { Action } from '@shared/contract';
import { fileAccess } from '@shared/modules/file/policy';
import { filingAccess } from '@shared/modules/filing/policy';
import { ledgerAccess } from '@shared/modules/ledger/policy';
import { notificationAccess } from '@shared/modules/notification/policy';
import { organizationAccess } from '@shared/modules/organization/policy';
import { regionAccess } from '@shared/modules/region/policy';
import { userAccess } from '@shared/modules/user/policy';

/** Who may ask for what, before any record is read. An action without a row does not compile. */
export const access: AccessTable<Action> = {
  ...regionAccess,
  ...userAccess,
  ...fileAccess,
  ...organizationAccess,
  ...filingAccess,
  ...ledgerAccess,
  ...notificationAccess,
};
