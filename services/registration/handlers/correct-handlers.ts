import type { FieldError, Kept } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, problem } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { correctableBy, withoutNewDuties } from '../domain/correctable.ts';
import { type Correctable, noPlaceError, readCorrection } from '../pages/correct-form.ts';
import { correctPage } from '../pages/correct-page.tsx';
import { readSensitive } from '../use-cases/change-questions.ts';
import { correctRegistration } from '../use-cases/correct-registration.ts';
import { registrationOfEvent } from '../use-cases/list-registrations.ts';
import { organiseWords } from '../words.organise.en.ts';
import { whenContended } from './when-contended.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;
type Found = NonNullable<Awaited<ReturnType<typeof registrationOfEvent>>>;

export const showCorrect: OrganiseHandler = whenContended(async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  if (found.registration.state.kind === 'cancelled') return cancelled();
  const { version } = found;
  const about = await correctable(found, request, ports);
  const { details, group } = found.registration;
  const data = { ...details, group, answers: about.answers.plain, sensitiveAnswers: about.answers.sensitive, version };
  return answer(() => correctPage({ network: ports.network, ...about, version }), data);
});

export const correctOne: OrganiseHandler = whenContended(async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  if (found.registration.state.kind === 'cancelled') return cancelled();
  const about = await correctable(found, request, ports);
  const read = readCorrection(about, request.fields);
  const again = (state: { readonly kept: Kept; readonly errors: readonly FieldError[] }, { version }: Found, meanwhile = false) =>
    invalid(() => correctPage({ network: ports.network, ...about, version, state, meanwhile }), state.errors);
  if (read.kind === 'invalid') return again(read, found);
  const { kept, values, ...correction } = read;
  const asked = { questions: about.questions, values };
  const { registrationId } = found.registration;
  // What was left out of the request was filled in from what was read here: it has to be the version that the organiser saw.
  const outcome =
    correction.seenVersion === found.version
      ? await correctRegistration(registrationId, { ...correction, asked }, actorOf(request), request.now, ports)
      : ({ kind: 'meanwhile' } as const);
  switch (outcome.kind) {
    case 'corrected':
      return done(pathOf(request), { ...correction.details, group: correction.group });
    case 'meanwhile': {
      const errors = [{ field: 'name', id: 'name', message: organiseWords.correct.meanwhile }];
      return again({ kept, errors }, (await theOne(request, ports)) ?? found, true);
    }
    case 'no-place':
      return again({ kept, errors: [noPlaceError(about)] }, found);
    case 'cancelled':
      return cancelled();
    case 'gone':
      return notFound('registration');
  }
});

/** What this organiser may change. Where that are sensitive answers, the reading is noted before anything is shown, whether or not there are any. */
async function correctable({ event, registration }: Found, request: HttpRequest, ports: OrganiseDependencies): Promise<Correctable> {
  const roles = request.organiser?.roles ?? [];
  const open = correctableBy(roles, event.questions.questions);
  const about = { eventId: registration.eventId, registrationId: registration.registrationId, roles };
  const sensitive = open.some(({ readableBy }) => readableBy !== undefined)
    ? await readSensitive(about, { now: request.now, actor: actorOf(request) }, ports)
    : [];
  const shown = new Set(open.map(({ questionId }) => questionId));
  const mayShow = ({ questionId }: { readonly questionId: string }) => shown.has(questionId);
  const answers = { plain: (registration.answers ?? []).filter(mayShow), sensitive: sensitive.filter(mayShow) };
  return { event, registration, questions: withoutNewDuties(open, answers), answers };
}

function theOne({ params }: HttpRequest, ports: OrganiseDependencies) {
  return registrationOfEvent(params.eventId ?? '', params.registrationId ?? '', ports);
}

function pathOf({ params }: HttpRequest): `/${string}` {
  return `/organise/events/${params.eventId}/registrations/${params.registrationId}?done=corrected`;
}

function cancelled() {
  return problem(409, organiseWords.correct.cancelled.title, organiseWords.correct.cancelled.text);
}
