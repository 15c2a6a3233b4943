import { type FieldError, fill, parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, problem } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { cancelOnePage, correctPage } from '../pages/correct-page.tsx';
import { correctForm } from '../pages/enter-form.ts';
import { correctRegistration } from '../use-cases/correct-registration.ts';
import { registrationOfEvent } from '../use-cases/list-registrations.ts';
import { organiseWords } from '../words.organise.en.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

export const showCorrect: OrganiseHandler = async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  if (found.registration.state.kind === 'cancelled') return cancelled();
  const { details } = found.registration;
  return answer(() => correctPage({ network: ports.network, ...found }), { ...details, version: found.version });
};

export const correctOne: OrganiseHandler = async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  const again = (state: { readonly kept: ReturnType<typeof fill>; readonly errors: readonly FieldError[] }) =>
    invalid(() => correctPage({ network: ports.network, ...found, state }), state.errors);
  const parsed = parseForm(correctForm, request.fields);
  if (parsed.kind === 'invalid') return again(parsed);
  const { organisation = '', comingAs = '', version: seenVersion, ...given } = parsed.value;
  const details = { ...given, organisation, comingAs };
  const { registrationId } = found.registration;
  const outcome = await correctRegistration(registrationId, { seenVersion, details }, actorOf(request), request.now, ports);
  switch (outcome.kind) {
    case 'corrected':
      return done(pathOf(request, 'corrected'), details);
    case 'meanwhile': {
      const errors = [{ field: 'name', id: 'name', message: organiseWords.correct.meanwhile }];
      return again({ kept: fill(correctForm, details), errors });
    }
    case 'cancelled':
      return cancelled();
    case 'gone':
      return notFound('registration');
  }
};

export const showCancelOne: OrganiseHandler = async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  const { registrationId, state } = found.registration;
  if (state.kind === 'cancelled') return done(pathOf(request, 'cancelled'), { registrationId, status: state.kind });
  return answer(() => cancelOnePage({ network: ports.network, ...found }), { registrationId, status: state.kind });
};

function theOne({ params }: HttpRequest, ports: OrganiseDependencies) {
  return registrationOfEvent(params.eventId ?? '', params.registrationId ?? '', ports);
}

function pathOf({ params }: HttpRequest, what: 'corrected' | 'cancelled'): `/${string}` {
  return `/organise/events/${params.eventId}/registrations/${params.registrationId}?done=${what}`;
}

function cancelled() {
  return problem(409, organiseWords.correct.cancelled.title, organiseWords.correct.cancelled.text);
}
