import type { Speaker } from '@convener/contracts';
import { fill, parseForm } from '@convener/forms';
import { actorOf, answer, type Handler, invalid, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { changed, moveUp } from '../domain/lists.ts';
import { linkForm, speakerForm } from '../pages/event-form.ts';
import { linksPage, speakerPage, speakersPage } from '../pages/parts-pages.tsx';
import { changeEvent } from '../use-cases/change-event.ts';
import { words } from '../words.en.ts';
import { replyTo } from './outcome.ts';

type PartHandler = Handler<OrganiseDependencies>;
type Request = Parameters<PartHandler>[0];

const target = (request: Request) => ({ eventId: request.params.eventId ?? '', actor: actorOf(request), now: request.now });

export const showSpeakers: PartHandler = async ({ params }, { store, network }) => {
  const loaded = await store.find(params.eventId ?? '');
  return loaded ? answer(() => speakersPage({ network, event: loaded.event }), { speakers: loaded.event.speakers }) : notFound('event');
};

export const addSpeaker: PartHandler = async (request, dependencies) => {
  const loaded = await dependencies.store.find(request.params.eventId ?? '');
  if (!loaded) return notFound('event');
  const reading = parseForm(speakerForm, request.fields);
  const view = { network: dependencies.network, event: loaded.event };
  if (reading.kind === 'invalid') return invalid(() => speakersPage({ ...view, state: reading }), reading.errors);
  const added: Speaker = { id: dependencies.ids.make('spk'), ...speakerFrom(reading.value) };
  const outcome = await changeEvent(
    { ...target(request), command: (event) => ({ kind: 'set-speakers', speakers: [...event.speakers, added] }) },
    dependencies,
  );
  if (outcome.kind === 'too-much') {
    const errors = [tooMuch('name')];
    return invalid(() => speakersPage({ ...view, state: { kept: fill(speakerForm, reading.value), errors } }), errors);
  }
  return replyTo(outcome, (id) => `/organise/events/${id}/speakers`);
};

export const showSpeaker: PartHandler = async ({ params }, { store, network }) => {
  const loaded = await store.find(params.eventId ?? '');
  const speaker = loaded?.event.speakers.find((each) => each.id === params.speakerId);
  if (!loaded || !speaker) return notFound('speaker');
  const view = { network, event: loaded.event, speakerId: speaker.id, state: { kept: fill(speakerForm, { ...speaker }) } };
  return answer(() => speakerPage(view), speaker);
};

export const changeSpeaker: PartHandler = async (request, dependencies) => {
  const loaded = await dependencies.store.find(request.params.eventId ?? '');
  const speaker = loaded?.event.speakers.find((each) => each.id === request.params.speakerId);
  if (!loaded || !speaker) return notFound('speaker');
  const change = (speakers: (before: readonly Speaker[]) => readonly Speaker[]) =>
    changeEvent({ ...target(request), command: (event) => ({ kind: 'set-speakers', speakers: speakers(event.speakers) }) }, dependencies);
  const back = (id: string): `/${string}` => `/organise/events/${id}/speakers`;
  if (request.fields.action === 'remove') return replyTo(await change((before) => before.filter((each) => each.id !== speaker.id)), back);
  if (request.fields.action === 'up') return replyTo(await change((before) => moveUp(before, speaker.id)), back);
  const reading = parseForm(speakerForm, request.fields);
  if (reading.kind === 'invalid') {
    const view = { network: dependencies.network, event: loaded.event, speakerId: speaker.id };
    return invalid(() => speakerPage({ ...view, state: reading }), reading.errors);
  }
  const value = speakerFrom(reading.value);
  return replyTo(await change((before) => changed(before, speaker.id, value)), back);
};

export const showLinks: PartHandler = async ({ params }, { store, network }) => {
  const loaded = await store.find(params.eventId ?? '');
  return loaded ? answer(() => linksPage({ network, event: loaded.event }), { links: loaded.event.links }) : notFound('event');
};

export const changeLinks: PartHandler = async (request, dependencies) => {
  const loaded = await dependencies.store.find(request.params.eventId ?? '');
  if (!loaded) return notFound('event');
  const back = (id: string): `/${string}` => `/organise/events/${id}/links`;
  if (request.fields.action === 'remove') {
    const gone = request.fields.linkId;
    const outcome = await changeEvent(
      { ...target(request), command: (event) => ({ kind: 'set-links', links: event.links.filter((link) => link.id !== gone) }) },
      dependencies,
    );
    return replyTo(outcome, back);
  }
  const reading = parseForm(linkForm, request.fields);
  const view = { network: dependencies.network, event: loaded.event };
  if (reading.kind === 'invalid') return invalid(() => linksPage({ ...view, state: reading }), reading.errors);
  const added = { id: dependencies.ids.make('lnk'), ...reading.value };
  const outcome = await changeEvent(
    { ...target(request), command: (event) => ({ kind: 'set-links', links: [...event.links, added] }) },
    dependencies,
  );
  if (outcome.kind === 'too-much') {
    const errors = [tooMuch('label')];
    return invalid(() => linksPage({ ...view, state: { kept: fill(linkForm, reading.value), errors } }), errors);
  }
  return replyTo(outcome, back);
};

function speakerFrom(value: { readonly name: string; readonly role: string | undefined; readonly organisation: string | undefined }) {
  return { name: value.name, role: value.role ?? '', organisation: value.organisation ?? '' };
}

function tooMuch(field: string) {
  return { field, id: field, message: words.form.tooMuch };
}
