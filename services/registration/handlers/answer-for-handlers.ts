import { parseForm } from '@convener/forms';
import { actorOf, done, type Handler, invalid, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { mayLetIn } from '../domain/attendance-time.ts';
import { answerForForm } from '../pages/enter-form.ts';
import { registrationPage } from '../pages/registration-page.tsx';
import { answerFor as answerForUseCase } from '../use-cases/answer-for.ts';
import { registrationOfEvent } from '../use-cases/list-registrations.ts';
import { joiningFromOf } from './organise-handlers.ts';
import { whenContended } from './when-contended.ts';

export const answerFor: Handler<OrganiseDependencies> = whenContended(async (request, ports) => {
  const { params, organiser, now } = request;
  const found = await registrationOfEvent(params.eventId ?? '', params.registrationId ?? '', ports);
  if (!found) return notFound('registration');
  const parsed = parseForm(answerForForm, request.fields);
  if (parsed.kind === 'invalid') {
    const may = { mayChange: true, mayLetIn: mayLetIn(found.event, now), roles: organiser?.roles ?? [] };
    const view = { network: ports.network, ...found, joiningFrom: joiningFromOf(found.event, ports), ...may, done: undefined };
    return invalid(() => registrationPage({ ...view, errors: parsed.errors }), parsed.errors);
  }
  const { registrationId } = found.registration;
  const outcome = await answerForUseCase(registrationId, parsed.value.answer, actorOf(request), request.now, ports);
  if (outcome.kind === 'gone') return notFound('registration');
  const to = `/organise/events/${params.eventId}/registrations/${registrationId}?done=${outcome.kind}` as const;
  return done(to, { status: outcome.kind });
});
