import { firstExpansion, type Mailing } from '../domain/mailing.ts';
import { idFrom, joiningStem } from './letter-id.ts';
import type { MailingStore } from './mailing-ports.ts';

export const eventCancelledStem = (eventId: string) => `event-cancelled:${eventId}`;

/** Everybody with a place or waiting hears that the event is off. */
export async function writeToAllThatEventIsOff(eventId: string, at: Date, mailings: MailingStore): Promise<void> {
  const stem = eventCancelledStem(eventId);
  await prepare({ id: idFrom('mlg', stem), kind: 'event-cancelled', eventId, stem, statuses: ['confirmed', 'waitlisted'], at }, mailings);
}

/**
 * The joining link goes to everybody who has a place. Opened again, because the event was put off, it is another mailing, but whoever has had
 * the letter has had it. Who gets a place while joining is open reads it in the letter about their place.
 */
export async function writeJoiningLink(
  cause: { readonly id: string; readonly at: string },
  eventId: string,
  mailings: MailingStore,
): Promise<void> {
  const id = idFrom('mlg', 'joining', cause.id);
  await prepare({ id, kind: 'joining', eventId, stem: joiningStem(eventId), statuses: ['confirmed'], at: new Date(cause.at) }, mailings);
}

/** A mailing that starts by itself, unless it is there already: its id follows from its cause. */
export async function prepare(
  wanted: Pick<Mailing, 'id' | 'kind' | 'eventId' | 'change'> & {
    readonly stem: string;
    readonly statuses: Mailing['audience']['statuses'];
    readonly otherwise?: Mailing['audience']['otherwise'];
    readonly at: Date;
  },
  mailings: MailingStore,
): Promise<void> {
  if (await mailings.find(wanted.id)) return;
  const audience = { statuses: wanted.statuses, otherwise: wanted.otherwise, wantingReport: false, members: false };
  const mailing: Mailing = {
    id: wanted.id,
    kind: wanted.kind,
    eventId: wanted.eventId,
    subjectId: wanted.eventId,
    letterStem: wanted.stem,
    audience,
    expansion: firstExpansion(audience),
    letters: 0,
    state: { kind: 'preparing' },
    note: undefined,
    change: wanted.change,
    createdAt: wanted.at.toISOString(),
  };
  await mailings.save({ loaded: undefined, next: mailing, announces: undefined, actor: { kind: 'system' }, now: wanted.at });
}
