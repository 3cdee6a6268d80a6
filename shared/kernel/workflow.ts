import type { Actor } from './actor';
import { AppError } from './errors';

/** One row of a transition table: from where, to where, by whom. `unchanged`: an act on the record that does not move it. */
export interface Transition<Rec, Status extends string> {
  from: readonly Status[];
  to: Status | 'unchanged';
  by: (actor: Actor, record: Rec) => boolean;
}

export type Workflow<Rec, Status extends string, Action extends string> = Readonly<
  Record<Action, Transition<Rec, Status>>
>;

/** The actions this actor may take on this record now; the only thing a page asks. */
export function availableActions<Rec extends { status: Status }, Status extends string, Action extends string>(
  workflow: Workflow<Rec, Status, Action>,
  record: Rec,
  actor: Actor,
): Action[] {
  return (Object.keys(workflow) as Action[]).filter((action) => {
    const { from, by } = workflow[action];
    return from.includes(record.status) && by(actor, record);
  });
}

/**
 * The status after an action.
 * @throws FORBIDDEN when this actor may never do it to this record, NOT_ALLOWED_NOW when only the status forbids it.
 */
export function nextStatus<Rec extends { status: Status }, Status extends string, Action extends string>(
  workflow: Workflow<Rec, Status, Action>,
  record: Rec,
  action: Action,
  actor: Actor,
): Status {
  const { from, to, by } = workflow[action];
  if (!by(actor, record)) throw new AppError('FORBIDDEN');
  if (!from.includes(record.status)) throw new AppError('NOT_ALLOWED_NOW');
  return to === 'unchanged' ? record.status : to;
}
