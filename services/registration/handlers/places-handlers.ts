import { type FieldError, parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import type { Event } from '../domain/event.ts';
import { placesByPool } from '../domain/places-by-pool.ts';
import { groupCalled } from '../domain/pools.ts';
import { movePage } from '../pages/move-page.tsx';
import {
  groupAsForm,
  groupForm,
  groupFrom,
  groupKept,
  moveForm,
  offersAsForm,
  offersForm,
  placesForm,
  targetForm,
} from '../pages/places-forms.ts';
import { placesPage } from '../pages/places-page.tsx';
import type { PlacesDone, PlacesView } from '../pages/places-view.ts';
import { registrationOfEvent } from '../use-cases/list-registrations.ts';
import { moveInLine } from '../use-cases/move-in-line.ts';
import { placesOverview } from '../use-cases/places-overview.ts';
import { type GroupOutcome, releaseGroup, saveGroup, saveOffers } from '../use-cases/reserve-places.ts';
import { placesWords as words } from '../words.places.en.ts';
import { notPublished } from './not-published.ts';
import { whenContended } from './when-contended.ts';

type PlacesHandler = Handler<OrganiseDependencies>;

export const showPlaces: PlacesHandler = (request, ports) => show(request, ports, {});

export const savePlaces: PlacesHandler = whenContended(async (request, ports) => {
  const event = await ports.events.byId(request.params.eventId ?? '');
  if (!event) return notPublished(request, ports, 'registrations');
  const target = parseForm(targetForm, request.fields);
  if (target.kind === 'invalid') {
    const all = parseForm(placesForm, request.fields);
    const state = all.kind === 'invalid' ? all : target;
    return show(request, ports, { groupState: state }, state.errors);
  }
  const { do: what, group: id } = target.value;
  switch (what) {
    case 'offers':
      return changeOffers(request, event, ports);
    case 'release':
      return release(request, event, id, ports);
    default:
      return changeGroup(request, event, id, ports);
  }
});

async function changeOffers(request: HttpRequest, event: Event, ports: OrganiseDependencies): Promise<Reply> {
  const parsed = parseForm(offersForm, request.fields);
  if (parsed.kind === 'invalid') return show(request, ports, { offersState: parsed }, parsed.errors);
  await saveOffers(event.outline.eventId, parsed.value, byWhom(request), ports);
  return back(request, 'offers');
}

async function changeGroup(request: HttpRequest, event: Event, id: string | undefined, ports: OrganiseDependencies): Promise<Reply> {
  const parsed = parseForm(groupForm, request.fields);
  if (parsed.kind === 'invalid') return show(request, ports, { groupState: parsed, editing: id }, parsed.errors);
  const { outline } = event;
  const outcome = await saveGroup(outline.eventId, groupFrom(parsed.value, id, outline.timeZone), byWhom(request), ports);
  return afterSaving(outcome, 'group', { kept: groupKept(parsed.value), id }, request, ports);
}

/** What was taken stays; its date is now, so that the rest is for everybody. */
async function release(request: HttpRequest, event: Event, id: string | undefined, ports: OrganiseDependencies): Promise<Reply> {
  const group = groupCalled(event.places, id);
  if (!group) return notFound('group');
  const outcome = await releaseGroup(event.outline.eventId, id, byWhom(request), ports);
  if (outcome.kind === 'released') return back(request, 'released');
  return afterSaving(outcome, 'released', { kept: groupAsForm(group, event.outline.timeZone), id }, request, ports);
}

function afterSaving(
  outcome: GroupOutcome,
  what: PlacesDone,
  about: { readonly kept: ReturnType<typeof groupKept>; readonly id: string | undefined },
  request: HttpRequest,
  ports: OrganiseDependencies,
): Promise<Reply> | Reply {
  const wrong = (field: 'name' | 'places', message: string) => {
    const errors = [{ field, id: field, message }];
    return show(request, ports, { groupState: { kept: about.kept, errors }, editing: about.id }, errors);
  };
  const { errors } = words.groups;
  switch (outcome.kind) {
    case 'saved':
      return back(request, what);
    case 'no-room':
      return wrong('places', errors['no-room'](outcome.free));
    case 'below-taken':
      return wrong('places', errors['below-taken'](outcome.taken));
    case 'same-name':
    case 'too-many':
    case 'released':
    case 'unknown':
      return wrong('name', errors[outcome.kind]);
    case 'unknown-event':
      return notFound('event');
  }
}

export const showMove: PlacesHandler = async (request, ports) => {
  const found = await inLine(request, ports);
  if (!found) return notFound('registration');
  if (found.position === 0) return problem(409, words.move.notWaiting.title, words.move.notWaiting.text);
  return answer(() => movePage({ network: ports.network, ...found }), positionOf(found));
};

export const moveOne: PlacesHandler = whenContended(async (request, ports) => {
  const found = await inLine(request, ports);
  if (!found) return notFound('registration');
  const parsed = parseForm(moveForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => movePage({ network: ports.network, ...found, state: parsed }), parsed.errors);
  const wish = { ...parsed.value, by: actorOf(request).id };
  const outcome = await moveInLine(found.registration.registrationId, wish, request.now, ports);
  switch (outcome.kind) {
    case 'moved':
    case 'same':
      return done(`/organise/events/${request.params.eventId}/places?done=moved`, { status: outcome.kind, position: outcome.to });
    case 'not-waiting':
      return problem(409, words.move.notWaiting.title, words.move.notWaiting.text);
    case 'too-often':
      return problem(409, words.move.tooOften.title, words.move.tooOften.text);
  }
});

async function inLine({ params }: HttpRequest, ports: OrganiseDependencies) {
  const found = await registrationOfEvent(params.eventId ?? '', params.registrationId ?? '', ports);
  if (!found) return undefined;
  const { registration, event } = found;
  const { state, eventId } = registration;
  const position = state.kind === 'waitlisted' ? (await ports.line.before(eventId, state.waitingKey)) + 1 : 0;
  return { registration, event, position, waiting: event.places.waiting };
}

function positionOf({ position, waiting }: { readonly position: number; readonly waiting: number }): object {
  return { position, waiting };
}

type Shown = Partial<Pick<PlacesView, 'groupState' | 'offersState' | 'editing'>>;

async function show(request: HttpRequest, ports: OrganiseDependencies, shown: Shown, errors?: readonly FieldError[]): Promise<Reply> {
  const overview = await placesOverview(request.params.eventId ?? '', ports);
  if (!overview) return notPublished(request, ports, 'registrations');
  const { event, listed, line, waiting } = overview;
  const { places, outline } = event;
  const editing = shown.editing ?? request.query.get('group') ?? undefined;
  const group = groupCalled(places, editing);
  const pools = placesByPool(places, listed);
  const view: PlacesView = {
    network: ports.network,
    event,
    pools,
    line,
    waiting,
    mayChange: request.organiser?.roles.includes('organiser') ?? false,
    editing: group && !group.releasedAt ? group.id : undefined,
    groupState: shown.groupState ?? (group ? { kept: groupAsForm(group, outline.timeZone) } : {}),
    offersState: shown.offersState ?? { kept: offersAsForm(places.offers) },
    done: doneOf(request.query.get('done')),
  };
  if (errors) return invalid(() => placesPage(view), errors);
  const { capacity, taken, groups, offers } = places;
  return answer(() => placesPage(view), { capacity, taken, waiting, groups, offers, pools, line });
}

function byWhom(request: HttpRequest) {
  return { organiserId: actorOf(request).id, now: request.now };
}

function back({ params }: HttpRequest, what: PlacesDone): Reply {
  return done(`/organise/events/${params.eventId}/places?done=${what}`, { status: what });
}

function doneOf(given: string | null): PlacesDone | undefined {
  return given === 'group' || given === 'released' || given === 'offers' || given === 'moved' ? given : undefined;
}
