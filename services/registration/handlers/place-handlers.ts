import { answer, done, file, type Handler, type HttpRequest, invalid, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { groupsToChoose } from '../domain/decide-group.ts';
import type { MyPlace } from '../domain/my-place.ts';
import { heldOf } from '../domain/own-data.ts';
import { groupCalled } from '../domain/pools.ts';
import { versionOf } from '../domain/registration.ts';
import { calendarFile } from '../pages/calendar-file.ts';
import { myPlacePage } from '../pages/my-place-page.tsx';
import { cancelPage, type DetailsView, deletePage, detailsPage, endedPage } from '../pages/place-forms.tsx';
import { type FormAgain, readDetails } from '../pages/register-form.ts';
import { gonePage, signedOutPage } from '../pages/signed-out-page.tsx';
import { changeDetails } from '../use-cases/change-details.ts';
import { cancel, erase } from '../use-cases/leave.ts';
import { myPlace } from '../use-cases/my-place.ts';
import { placeWords } from '../words.place.en.ts';
import { ownAnswers } from './own-answers.ts';
import { whenContended } from './when-contended.ts';

export type PlaceHandler = Handler<PublicDependencies>;
const signedOutCookie = { cookies: [{ name: 'place', value: '', maxAgeSeconds: 0 }] };

export const showPlace: PlaceHandler = (request, ports) =>
  withPlace(request, ports, async (place) => {
    const { network, settings } = ports;
    const answers = await ownAnswers(place.registration, ports);
    const view = {
      network,
      place,
      answers,
      joiningHours: settings.joiningHours,
      saved: request.query.has('saved'),
      chosen: request.query.has('chosen'),
      now: request.now,
    };
    return answer(() => myPlacePage(view), publicPlace(place));
  });

export const calendar: PlaceHandler = (request, ports) =>
  withPlace(request, ports, async (place) => {
    const { contentType, content } = calendarFile(place, ports, request.now);
    return file(contentType, content, { fileName: `${place.event.outline.slug}.ics` });
  });

export const showDetails: PlaceHandler = (request, ports) =>
  withPlace(request, ports, async ({ registration, event }) => {
    const { details, group, version = 0 } = registration;
    const groups = groupsToChoose(event.places, group);
    return answer(() => detailsPage({ network: ports.network, registration, event, version }), { ...details, group, groups, version });
  });

export const saveDetails: PlaceHandler = whenContended((request, ports) =>
  withPlace(request, ports, async ({ registration, event }) => {
    const { registrationId, group, version = 0 } = registration;
    const about = { asksSupporter: event.questions.asksSupporter, groups: groupsToChoose(event.places, group) };
    const read = readDetails(about, registration, request.fields);
    const again = (state: FormAgain, more: Pick<DetailsView, 'version' | 'meanwhile'>) =>
      invalid(() => detailsPage({ network: ports.network, registration, event, state, ...more }), state.errors);
    if (read.kind === 'invalid') return again(read, { version: seenIn(request.fields.version) ?? version });
    const outcome = await changeDetails(registrationId, read, request.now, ports);
    switch (outcome.kind) {
      case 'saved':
        return done('/my-place?saved=yes', { ...read.details, group: read.group });
      case 'meanwhile': {
        const { stored } = await ports.registrations.load(registrationId);
        const errors = [{ field: 'name', id: 'name', message: placeWords.details.meanwhile }];
        return again({ kept: read.kept, errors }, { version: versionOf(stored), meanwhile: true });
      }
      case 'no-place': {
        const message = placeWords.details.noPlace(groupCalled(event.places, group)?.name ?? '');
        return again({ kept: read.kept, errors: [{ field: 'group', id: 'group', message }] }, { version });
      }
      case 'cancelled':
        return problem(409, placeWords.place.statuses.cancelled, placeWords.place.nothingToChange);
      case 'gone':
        return gone(request, ports);
    }
  }),
);

/** A form with something to put right is still of the version that it was made from. */
function seenIn(given: unknown): number | undefined {
  return typeof given === 'number' || (typeof given === 'string' && /^\d{1,9}$/.test(given)) ? Number(given) : undefined;
}

export const showCancel: PlaceHandler = (request, ports) =>
  withPlace(request, ports, async (place) =>
    // After the end there is nothing to give up: they were there, or were not.
    place.status === 'cancelled' || place.phase === 'over'
      ? done('/my-place', publicPlace(place))
      : answer(() => cancelPage({ network: ports.network, place, now: request.now }), publicPlace(place)),
  );

export const cancelPlace: PlaceHandler = whenContended((request, ports) =>
  withPlace(request, ports, async ({ registration }) => {
    await cancel(registration.registrationId, { kind: 'attendee' }, request.now, ports);
    return done('/my-place', { status: 'cancelled' });
  }),
);

export const download: PlaceHandler = (request, ports) =>
  withPlace(request, ports, async ({ registration }) => {
    const { sensitive } = await ownAnswers(registration, ports);
    const held = { ...heldOf(registration), ...(sensitive.length > 0 ? { sensitiveAnswers: sensitive } : {}) };
    return file('application/json', JSON.stringify(held, null, 2), { fileName: 'my-registration.json' });
  });

export const showDelete: PlaceHandler = (request, ports) =>
  withPlace(request, ports, async (place) => answer(() => deletePage({ network: ports.network, place }), publicPlace(place)));

export const deletePlace: PlaceHandler = whenContended((request, ports) =>
  withPlace(request, ports, async ({ registration }) => {
    await erase(registration.registrationId, { kind: 'attendee' }, request.now, ports);
    return done('/registrations/ended?by=deleted', { status: 'deleted' }, signedOutCookie);
  }),
);

export const signOut: PlaceHandler = async () => done('/registrations/ended?by=closed', { status: 'closed' }, signedOutCookie);

export const showEnded: PlaceHandler = async ({ query }, { network }) => {
  const ending = query.get('by') === 'deleted' ? 'deleted' : 'closed';
  return answer(() => endedPage({ network, ending }), { status: ending });
};

/** Only with the cookie that a link was swapped for, and only while its registration is there. */
export async function withPlace(request: HttpRequest, ports: PublicDependencies, then: (place: MyPlace) => Promise<Reply>): Promise<Reply> {
  const registrationId = await ports.sessions.read(request.cookies.place ?? '', request.now);
  if (!registrationId) return signedOut(request, ports);
  const place = await myPlace(registrationId, request.now, ports);
  return place ? then(place) : gone(request, ports);
}

/** Their session stands and what it opened is no more: deleted in another tab, or on another device. */
export function gone({ wants }: HttpRequest, { network }: PublicDependencies): Reply {
  if (wants === 'json') return problem(410, placeWords.gone.title, placeWords.gone.text);
  return answer(() => gonePage({ network }), {}, { status: 410 });
}

function signedOut({ wants }: HttpRequest, { network }: PublicDependencies): Reply {
  if (wants === 'json') return problem(401, placeWords.signedOut.title, placeWords.signedOut.text);
  return answer(() => signedOutPage({ network }), {}, { status: 401 });
}

function publicPlace({ registration, event, status, phase, position, joining, offer }: MyPlace): object {
  return {
    ...heldOf(registration),
    status,
    phase,
    event: event.outline,
    ...(position ? { position } : {}),
    // The way in leads through the button, so that whoever goes is noted; the link itself is behind it.
    ...(joining ? { joining: { instructions: joining.instructions, ...(joining.link ? { join: '/my-place/join' } : {}) } } : {}),
    ...(offer ? { offer } : {}),
  };
}
