import type { Envelope, EventFacts } from '@convener/contracts';
import type { ConsumerOptions } from '@convener/events';
import { toldFactsOf } from '../domain/event-change.ts';
import type { LetterTemplate } from '../domain/letter-templates.ts';
import type { mailing } from '../service.ts';
import { copyLetterPlan } from '../use-cases/copy-letter-plan.ts';
import type { ReactPorts } from '../use-cases/ports.ts';
import { writeJoiningLink, writeToAllThatEventIsOff } from '../use-cases/prepare-service-mailing.ts';
import { writeAboutRegistration, writeThatEventIsOff } from '../use-cases/write-about-registration.ts';
import { writeInvitation } from '../use-cases/write-invitation.ts';

type Reactions = ConsumerOptions<typeof mailing, ReactPorts>['reactions'];

type AboutEvent = Envelope<string, { readonly event: EventFacts }>;

/** The facts first, then the touch: whoever looks because of it finds them. */
async function keepEvent(told: AboutEvent, cancelled: boolean, { facts, around }: ReactPorts): Promise<void> {
  const { eventId: id, slug, title, startsAt, endsAt, timeZone, mode, place } = told.data.event;
  const changedAt = told.at;
  await facts.saveEvent({ id, slug, title, startsAt, endsAt, timeZone, mode, place, cancelled, changedAt }, told.aggregate.version);
  await around.touch(id, told.id, new Date(told.at));
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
  'event.published.v1': async (told, ports) => {
    await ports.facts.noteTold(told.data.event.eventId, toldFactsOf(told.data.event), told.aggregate.version);
    await keepEvent(told, false, ports);
  },
  'event.changed.v1': (told, ports) => keepEvent(told, false, ports),
  'event.cancelled.v1': async (told, ports) => {
    const { data, at } = told;
    await keepEvent(told, true, ports);
    await writeToAllThatEventIsOff(data.event.eventId, new Date(at), ports.mailings);
  },
  'event.cloned.v1': ({ data, actor, at }, ports) => copyLetterPlan(data, { actor, now: new Date(at) }, ports),
  'event.joining-changed.v1': async ({ id, at, data, aggregate }, { facts, around }) => {
    await facts.noteJoiningChanged(data.eventId, { version: aggregate.version, at });
    await around.touch(data.eventId, id, new Date(at));
  },
  'registration.requested.v1': letter('registration.requested'),
  'registration.repeated.v1': letter('registration.repeated'),
  'registration.link-requested.v1': (event, ports) =>
    writeAboutRegistration(event.actor.kind === 'organiser' ? 'registration.message' : 'registration.link-requested', event, ports),
  'registration.confirmed.v1': letter('registration.confirmed'),
  'registration.waitlisted.v1': letter('registration.waitlisted'),
  'registration.offered.v1': letter('registration.offered'),
  'registration.offer-ended.v1': (event, ports) =>
    writeAboutRegistration(event.data.how === 'lapsed' ? 'registration.offer-lapsed' : 'registration.offer-declined', event, ports),
  'registration.promoted.v1': letter('registration.promoted'),
  'registration.cancelled.v1': (event, ports) =>
    event.data.by === 'event' ? writeThatEventIsOff(event, ports) : writeAboutRegistration('registration.cancelled', event, ports),
  'registration.expired.v1': forget,
  'registration.erased.v1': forget,
  'registration.joining-opened.v1': async (event, ports) => {
    const { eventId } = event.data;
    await ports.facts.noteJoiningOpened(eventId, event.at);
    await ports.around.touch(eventId, event.id, new Date(event.at));
    await writeJoiningLink(event, eventId, ports.mailings);
  },
  'organiser.invited.v1': (told, ports) => writeInvitation(told, ports),
  'report.published.v1': ({ data, aggregate }, { facts }) => {
    const { reportId: id, eventId, slug, title, edition, publishedAt } = data;
    return facts.saveReport({ id, eventId, slug, title, edition, publishedAt }, aggregate.version);
  },
};
