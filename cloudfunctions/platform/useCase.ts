import type { Contract, InputOf, OutputOf } from '@shared/kernel/contract';
import type { Action, Input, Output } from '@shared/contract';
import type { Ctx, OutsideCtx } from './context';

/** One action: reads like the sentence that describes it. Runs inside one transaction. */
export type UseCase<A extends Action> = (ctx: Ctx, input: Input<A>) => Promise<Output<A>>;

/** An action with slow work (files, network) that must not sit in a transaction: `before` runs first and outside. It must check the actor's right itself, through `outside.read`. */
export interface PreparedUseCase<A extends Action, Prepared> {
  before(outside: OutsideCtx, input: Input<A>): Promise<Prepared>;
  run(ctx: Ctx, input: Input<A>, prepared: Prepared): Promise<Output<A>>;
}

/** Keeps the prepared type between the two halves. */
export const prepared = <A extends Action, Prepared>(
  useCase: PreparedUseCase<A, Prepared>,
): PreparedUseCase<A, unknown> => useCase as PreparedUseCase<A, unknown>;

type AnyRoute<I, O> =
  | ((ctx: Ctx, input: I) => Promise<O>)
  | { before(outside: OutsideCtx, input: I): Promise<unknown>; run(ctx: Ctx, input: I, prepared: unknown): Promise<O> };

/** A module's actions; tsc refuses a missing one. */
export type Routes<C extends Contract> = { [A in keyof C]: AnyRoute<InputOf<C, A>, OutputOf<C, A>> };

/** What the handler sees of a route. */
export type LooseRoute = AnyRoute<never, unknown>;
