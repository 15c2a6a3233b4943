import { type FieldError, parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, invalid, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import type { Event } from '../domain/event.ts';
import { cancelPage } from '../pages/cancel-page.tsx';
import { detailsFrom, eventFormIn, filledWith, slugTakenError } from '../pages/event-form.ts';
import { eventFormPage } from '../pages/event-form-page.tsx';
import { eventsConsolePage } from '../pages/events-console-page.tsx';
import { overviewPage } from '../pages/overview-page.tsx';
import { changeEvent } from '../use-cases/change-event.ts';
import { createEvent as create } from '../use-cases/create-event.ts';
import { organisersEvents } from '../use-cases/list-events.ts';
import { words } from '../words.en.ts';
import { meanwhile, replyTo } from './outcome.ts';
import { versionSeen } from './version-seen.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

export const organiseEvents: OrganiseHandler = async ({ organiser }, { store, network }) => {
  const events = await organisersEvents(store);
  return answer(() => eventsConsolePage({ network, events, roles: organiser?.roles ?? [] }), events);
};

export const newEvent: OrganiseHandler = async (_request, { network }) =>
  answer(() => eventFormPage({ network, event: undefined, state: {} }), { form: 'event' });

export const createEvent: OrganiseHandler = async (request, dependencies) => {
  const { network } = dependencies;
  const reading = parseForm(eventFormIn(network.timeZone), request.fields);
  if (reading.kind === 'invalid') return invalid(() => eventFormPage({ network, event: undefined, state: reading }), reading.errors);
  const details = await detailsFrom(reading.value, network.timeZone);
  const outcome = await create({ details, actor: actorOf(request), now: request.now }, dependencies);
  if (outcome.kind === 'created') return done(`/organise/events/${outcome.eventId}`, { eventId: outcome.eventId }, { status: 201 });
  const state = {
    kept: filledWith(details, network.timeZone),
    errors: [outcome.kind === 'too-much' ? tooMuchError() : slugTakenError()],
  };
  return invalid(() => eventFormPage({ network, event: undefined, state }), state.errors);
};

export const overview: OrganiseHandler = async ({ params, organiser }, { store, network }) => {
  const loaded = await store.find(params.eventId ?? '');
  if (!loaded) return notFound('event');
  return answer(() => overviewPage({ network, event: loaded.event, roles: organiser?.roles ?? [] }), loaded.event);
};

export const editEvent: OrganiseHandler = async ({ params }, { store, network }) => {
  const loaded = await store.find(params.eventId ?? '');
  if (!loaded) return notFound('event');
  const { event } = loaded;
  const head = { ...headOf(event), version: loaded.version };
  const view = { network, event: head, state: { kept: filledWith(event.details, event.timeZone) } };
  return answer(() => eventFormPage(view), { ...event, version: loaded.version });
};

export const saveEvent: OrganiseHandler = async (request, dependencies) => {
  const { store, network } = dependencies;
  const loaded = await store.find(request.params.eventId ?? '');
  if (!loaded) return notFound('event');
  const { event } = loaded;
  const seen = versionSeen(request.fields);
  const again = (state: Parameters<typeof eventFormPage>[0]['state'], errors: readonly FieldError[]) =>
    invalid(() => eventFormPage({ network, event: { ...headOf(event), version: seen ?? loaded.version }, state }), errors);
  const reading = parseForm(eventFormIn(event.timeZone), request.fields);
  if (reading.kind === 'invalid') return again(reading, reading.errors);
  const details = await detailsFrom(reading.value, event.timeZone);
  const outcome = await changeEvent(
    { eventId: event.id, command: () => ({ kind: 'edit', details }), seen, actor: actorOf(request), now: request.now },
    dependencies,
  );
  const kept = filledWith(details, event.timeZone);
  if (outcome.kind === 'slug-taken') return again({ kept, errors: [slugTakenError()] }, [slugTakenError()]);
  if (outcome.kind === 'changed-meanwhile') {
    const head = { ...headOf(event), version: loaded.version };
    return invalid(() => eventFormPage({ network, event: head, state: { kept }, changedMeanwhile: true }), [meanwhile]);
  }
  if (outcome.kind === 'too-much') {
    const errors = [tooMuchError()];
    return again({ kept, errors }, errors);
  }
  return replyTo(outcome, (id) => `/organise/events/${id}`);
};

export const publishEvent: OrganiseHandler = async (request, dependencies) =>
  replyTo(await changeEvent({ ...target(request), command: () => ({ kind: 'publish' }) }, dependencies), (id) => `/organise/events/${id}`);

export const confirmCancel: OrganiseHandler = async ({ params }, { store, network }) => {
  const loaded = await store.find(params.eventId ?? '');
  return loaded ? answer(() => cancelPage({ network, event: loaded.event }), loaded.event) : notFound('event');
};

export const cancelEvent: OrganiseHandler = async (request, dependencies) =>
  replyTo(await changeEvent({ ...target(request), command: () => ({ kind: 'cancel' }) }, dependencies), (id) => `/organise/events/${id}`);

function headOf({ id, details, state }: Event) {
  return { id, title: details.title, isPublic: state.kind === 'published' };
}

function target(request: Parameters<OrganiseHandler>[0]) {
  return { eventId: request.params.eventId ?? '', actor: actorOf(request), now: request.now };
}

function tooMuchError(): FieldError {
  return { field: 'description', id: 'description', message: words.form.tooMuch };
}
