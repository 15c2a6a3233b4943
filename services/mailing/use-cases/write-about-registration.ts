import type { Envelope } from '@convener/contracts';
import type { LetterTemplate } from '../domain/letter-templates.ts';
import { idFrom } from './letter-id.ts';
import type { ReactPorts } from './ports.ts';
import { eventCancelledStem } from './prepare-service-mailing.ts';

type AboutRegistration = Envelope<string, { readonly registrationId: string; readonly eventId: string }>;

/** One domain event of a registration is one letter, and the same letter however often it is told. */
export async function writeAboutRegistration(template: LetterTemplate, event: AboutRegistration, { letters }: ReactPorts): Promise<void> {
  const { registrationId, eventId } = event.data;
  await letters.queue({
    id: idFrom('let', 'domain-event', event.id),
    template,
    recipient: { kind: 'attendee', id: registrationId },
    eventId,
    causeVersion: event.aggregate.version,
    now: new Date(event.at),
  });
}

/** Where the event itself was called off, this is the letter that everybody gets about it, from whichever side it is heard first. */
export async function writeThatEventIsOff(event: AboutRegistration, { letters }: ReactPorts): Promise<void> {
  const { registrationId, eventId } = event.data;
  const stem = eventCancelledStem(eventId);
  await letters.queue({
    id: idFrom('let', stem, registrationId),
    template: 'event.cancelled',
    recipient: { kind: 'attendee', id: registrationId },
    eventId,
    mailingId: idFrom('mlg', stem),
    lane: 'service',
    causeVersion: event.aggregate.version,
    now: new Date(event.at),
  });
}
