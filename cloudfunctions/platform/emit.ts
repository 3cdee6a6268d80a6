import type { DomainEvent } from '@shared/kernel/events';
import type { Ctx } from './context';

/** What a later module does when an earlier one speaks; runs in the same transaction. */
export type EventListener = (ctx: Ctx, event: DomainEvent) => Promise<void>;
