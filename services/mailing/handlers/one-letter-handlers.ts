import { parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, problem } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { oneLetterForm } from '../pages/one-letter-form.ts';
import { type OneLetterView, oneLetterPage } from '../pages/one-letter-page.tsx';
import { addresseeOf, writeToOne } from '../use-cases/write-to-one.ts';
import { oneLetterWords as words } from '../words.one-letter.en.ts';

type OneLetterHandler = Handler<OrganiseDependencies>;

export const oneLetter: OneLetterHandler = async (request, ports) => {
  const view = await viewOf(request, ports);
  return view
    ? answer(() => oneLetterPage(view), { name: view.person.name, hasAddress: view.person.hasAddress })
    : notFound('registration');
};

export const writeOneLetter: OneLetterHandler = async (request, ports) => {
  const view = await viewOf(request, ports);
  if (!view) return notFound('registration');
  if (!view.person.hasAddress) return problem(409, words.title, words.noAddress);
  const parsed = parseForm(oneLetterForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => oneLetterPage({ ...view, state: parsed }), parsed.errors);
  const { body, attempt = view.attempt } = parsed.value;
  const [eventId, registrationId] = [view.event.id, view.person.id];
  await writeToOne({ eventId, registrationId, body, attempt, actor: actorOf(request), now: request.now }, ports);
  return done(`/organise/events/${eventId}/registrations/${registrationId}/letter?said=sent`, { status: 'queued' }, { status: 202 });
};

async function viewOf({ params, fields, query }: HttpRequest, ports: OrganiseDependencies): Promise<OneLetterView | undefined> {
  const { eventId = '', registrationId = '' } = params;
  const [event, person] = await Promise.all([ports.facts.event(eventId), addresseeOf({ eventId, registrationId }, ports)]);
  if (!event || !person) return undefined;
  return {
    network: ports.network,
    event: { id: event.id, title: event.title },
    person,
    // The one that the page had, where what was sent comes back with errors.
    attempt: typeof fields.attempt === 'string' && fields.attempt !== '' ? fields.attempt.slice(0, 60) : ports.ids.make('let'),
    sent: query.get('said') === 'sent',
  };
}
