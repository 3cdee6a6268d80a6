/** What modules tell later modules: names in the past tense, facts as plain values. Who hears of it is the notification module's table. */
export const eventNames = [
  'filing.submitted',
  'filing.withdrawn',
  'filing.accepted',
  'filing.returned',
  'filing.forwarded',
  'filing.countersignRequested',
  'filing.countersigned',
  'filing.approved',
  'filing.refused',
  'filing.dueSoon',
  'filing.overdue',
  'filing.correctionOverdue',
  'organization.approved',
  'organization.renewalDue',
  'organization.lapsed',
  'grant.given',
  'grant.withdrawn',
] as const;
export type EventName = (typeof eventNames)[number];

export type EventFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface DomainEvent {
  name: EventName;
  facts: EventFacts;
}
