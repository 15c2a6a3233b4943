import { parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { attendanceTime } from '../domain/attendance-time.ts';
import type { Event } from '../domain/event.ts';
import type { Registration } from '../domain/registration.ts';
import { hereForm } from '../pages/here-form.ts';
import { herePage, notedPage, notNowPage, notNowWords } from '../pages/here-pages.tsx';
import { attendByCode, attendByPlace } from '../use-cases/attend.ts';
import { hereWords } from '../words.attendance.en.ts';
import { whenContended } from './when-contended.ts';

type HereHandler = Handler<PublicDependencies>;

/** An unknown address makes no write: a step longer than looking and writing hides it. */
const hereStep = 300;

export const showHere: HereHandler = async (request, ports) => {
  const event = await ports.events.bySlug(request.params.slug ?? '');
  if (!event) return notFound('event');
  const { outline } = event;
  if (outline.slug !== request.params.slug) return done(`/events/${outline.slug}/here`, { slug: outline.slug });
  const time = attendanceTime(event, request.now);
  if (time.kind !== 'open') return notNow(event, time, request, ports);
  const ownPlace = (await ownPlaceAt(event, request, ports)) !== undefined;
  if (request.query.has('noted')) return answer(() => notedPage({ network: ports.network, outline, ownPlace }), { status: 'noted' });
  const code = request.query.get('code')?.slice(0, 20);
  return answer(() => herePage({ network: ports.network, outline, ownPlace, code }), { event: outline, attendance: time });
};

export const sayHere: HereHandler = whenContended(async (request, ports) => {
  const slug = request.params.slug ?? '';
  const event = await ports.events.bySlug(slug);
  if (!event) return notFound('event');
  const own = request.fields.me === 'yes' ? await ownPlaceAt(event, request, ports) : undefined;
  if (own) {
    const outcome = await attendByPlace(own, request.now, ports);
    return outcome === 'noted' ? noted(event) : refusedNow(event, request, ports);
  }
  const view = { network: ports.network, outline: event.outline, ownPlace: false, code: undefined };
  const parsed = parseForm(hereForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => herePage({ ...view, state: parsed }), parsed.errors);
  const { viewerIp, now } = request;
  const outcome = await ports.evenly(hereStep, () => attendByCode({ slug, ...parsed.value, viewerIp }, now, ports));
  switch (outcome.kind) {
    case 'noted':
      return noted(event);
    case 'wrong-code': {
      const errors = [{ field: 'code', id: 'code', message: hereWords.wrongCode }];
      return invalid(() => herePage({ ...view, state: { kept: { ...parsed.value }, errors } }), errors);
    }
    case 'too-many-guesses':
      return problem(429, hereWords.tooMany.title, hereWords.tooMany.text);
    case 'not-now':
      return notNow(event, outcome.time, request, ports);
    case 'unknown-event':
      return notFound('event');
  }
});

function noted({ outline }: Event): Reply {
  return done(`/events/${outline.slug}/here?noted=yes`, { status: 'noted' }, { status: 202 });
}

function refusedNow(event: Event, request: HttpRequest, ports: PublicDependencies): Reply {
  const time = attendanceTime(event, request.now);
  return time.kind === 'open' ? notFound('event') : notNow(event, time, request, ports);
}

function notNow(
  { outline }: Event,
  time: Parameters<typeof notNowWords>[0],
  { method, wants }: HttpRequest,
  { network }: PublicDependencies,
): Reply {
  const { title, text } = notNowWords(time, outline);
  if (wants === 'json' && method === 'POST') return problem(409, title, text);
  return answer(() => notNowPage({ network, outline, time }), { attendance: time });
}

/** The place that is open on this device, where it is one at this very event. */
async function ownPlaceAt({ outline }: Event, { cookies, now }: HttpRequest, ports: PublicDependencies): Promise<Registration | undefined> {
  const registrationId = cookies.place ? await ports.sessions.read(cookies.place, now) : undefined;
  const stored = registrationId ? (await ports.registrations.load(registrationId)).stored : undefined;
  return stored?.kind === 'held' && stored.registration.eventId === outline.eventId ? stored.registration : undefined;
}
