import '@shared/kernel/zodSetup';
import type { InputOf, OutputOf, SentInputOf } from '@shared/kernel/contract';
import { fileContract } from '@shared/modules/file/contract';
import { filingContract } from '@shared/modules/filing/contract';
import { ledgerContract } from '@shared/modules/ledger/contract';
import { notificationContract } from '@shared/modules/notification/contract';
import { organizationContract } from '@shared/modules/organization/contract';
import { regionContract } from '@shared/modules/region/contract';
import { userContract } from '@shared/modules/user/contract';

/** Everything a client can ask, by name. A module joins with one line. */
export const contract = {
  ...regionContract,
  ...userContract,
  ...fileContract,
  ...organizationContract,
  ...filingContract,
  ...ledgerContract,
  ...notificationContract,
};

export type Action = keyof typeof contract;
export type Input<A extends Action> = InputOf<typeof contract, A>;
export type SentInput<A extends Action> = SentInputOf<typeof contract, A>;
export type Output<A extends Action> = OutputOf<typeof contract, A>;

/** The call's kind is part of its type, so that a client cannot send a query as a command. */
export type QueryAction = { [A in Action]: (typeof contract)[A]['kind'] extends 'query' ? A : never }[Action];
export type CommandAction = Exclude<Action, QueryAction>;
