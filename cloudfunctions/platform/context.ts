import type { Actor } from '@shared/kernel/actor';
import type { CivilDate } from '@shared/kernel/civilDate';
import type { EventFacts, EventName } from '@shared/kernel/events';
import type { Tx } from './database';
import type { Ports } from './ports';

/** What a use case tells the audit about one record. */
export interface AuditNote {
  aggregate: 'filing' | 'organization' | 'user' | 'grant' | 'ruleSet' | 'barredPerson' | 'file' | 'ledger';
  id: string;
  /** When it differs from the action called (a timer, a view of personal data) */
  action?: string;
  note?: string;
  /** Labels of changed fields; never values */
  changed?: string[];
  before?: unknown;
  after?: unknown;
}

/** Everything impure a use case may touch. */
export interface Ctx {
  tx: Tx;
  actor: Actor;
  /** The instant of the request */
  now: Date;
  /** Civil date in China */
  today: CivilDate;
  requestId: string;
  demo: boolean;
  /** Address under which people reach the public pages, without a slash at the end */
  publicUrl: string;
  /** Adds an audit entry; written in the same transaction. */
  audit(note: AuditNote): void;
  /** Tells later modules; messages are written in the same transaction. */
  emit(name: EventName, facts: EventFacts): Promise<void>;
}

/** Outside a transaction: slow work and the network. `read` opens a short transaction of its own. */
export interface OutsideCtx {
  actor: Actor;
  now: Date;
  today: CivilDate;
  requestId: string;
  publicUrl: string;
  ports: Ports;
  read<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
}
