import type { EventFacts } from '@convener/contracts';
import type { ConsumerOptions } from '@convener/events';
import type { LetterTemplate } from '../domain/letter-templates.ts';
import type { mailing } from '../service.ts';
import type { ReactPorts } from '../use-cases/ports.ts';
import { writeJoiningLink, writeToAllThatEventIsOff } from '../use-cases/prepare-service-mailing.ts';
import { writeAboutRegistration, writeThatEventIsOff } from '../use-cases/write-about-registration.ts';

type Reactions = ConsumerOptions<typeof mailing, ReactPorts>['reactions'];

function keepEvent(event: EventFacts, cancelled: boolean, version: number, { facts }: ReactPorts): Promise<void> {
  const { eventId: id, slug, title, startsAt, endsAt, timeZone, mode, place } = event;
  return facts.saveEvent({ id, slug, title, startsAt, endsAt, timeZone, mode, place, cancelled }, version);
}

type AboutRegistration = Parameters<typeof writeAboutRegistration>[1];

/** A letter for each telling of a kind of domain event. */
const letter = (template: LetterTemplate) => (event: AboutRegistration, ports: ReactPorts) =>
  writeAboutRegistration(template, event, ports);

/** Letters to somebody whose registration is gone, by their wish or because it ran out. */
async function forget(event: AboutRegistration, { letters }: ReactPorts): Promise<void> {
  await letters.forget(event.data.registrationId, { at: new Date(event.at), version: event.aggregate.version });
}

export const reactions: Reactions = {
  'event.published.v1': ({ data, aggregate }, ports) => keepEvent(data.event, false, aggregate.version, ports),
  'event.changed.v1': ({ data, aggregate }, ports) => keepEvent(data.event, false, aggregate.version, ports),
  'event.cancelled.v1': async ({ data, aggregate, at }, ports) => {
    await keepEvent(data.event, true, aggregate.version, ports);
    await writeToAllThatEventIsOff(data.event.eventId, new Date(at), ports.mailings);
  },
  'registration.requested.v1': letter('registration.requested'),
  'registration.repeated.v1': letter('registration.repeated'),
  'registration.link-requested.v1': (event, ports) =>
    writeAboutRegistration(event.actor.kind === 'organiser' ? 'registration.message' : 'registration.link-requested', event, ports),
  'registration.confirmed.v1': letter('registration.confirmed'),
  'registration.waitlisted.v1': letter('registration.waitlisted'),
  'registration.promoted.v1': letter('registration.promoted'),
  'registration.cancelled.v1': (event, ports) =>
    event.data.by === 'event' ? writeThatEventIsOff(event, ports) : writeAboutRegistration('registration.cancelled', event, ports),
  'registration.expired.v1': forget,
  'registration.erased.v1': forget,
  'registration.joining-opened.v1': (event, ports) => writeJoiningLink(event, event.data.eventId, ports.mailings),
  'report.published.v1': ({ data, aggregate }, { facts }) => {
    const { reportId: id, eventId, slug, title, edition, publishedAt } = data;
    return facts.saveReport({ id, eventId, slug, title, edition, publishedAt }, aggregate.version);
  },
};
