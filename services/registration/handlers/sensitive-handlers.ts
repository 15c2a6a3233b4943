import { actorOf, answer, type Handler, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { sensitivePage } from '../pages/given-answers.tsx';
import { readSensitive } from '../use-cases/change-questions.ts';
import { registrationOfEvent } from '../use-cases/list-registrations.ts';
import { whenContended } from './when-contended.ts';

/** The route admits every role that a question may name; which answers somebody sees is decided by the roles that they have. */
export const showSensitive: Handler<OrganiseDependencies> = whenContended(async (request, ports) => {
  const { eventId = '', registrationId = '' } = request.params;
  const found = await registrationOfEvent(eventId, registrationId, ports);
  if (!found) return notFound('registration');
  const roles = request.organiser?.roles ?? [];
  const answers = await readSensitive({ eventId, registrationId, roles }, { now: request.now, actor: actorOf(request) }, ports);
  return answer(() => sensitivePage({ network: ports.network, ...found, answers }), { answers });
});
