import { actorOf, answer, done, type Handler, invalid, notFound, problem } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { mayLetIn } from '../domain/attendance-time.ts';
import { choosableGroups } from '../domain/decide-group.ts';
import type { Event } from '../domain/event.ts';
import { enterForm, readEntry } from '../pages/enter-form.ts';
import { type EnterPageView, enterPage } from '../pages/enter-page.tsx';
import { type EnterOutcome, enterRegistration } from '../use-cases/enter-registration.ts';
import { organiseWords } from '../words.organise.en.ts';
import { notPublished } from './not-published.ts';
import { whenContended } from './when-contended.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

export const showEnter: OrganiseHandler = async (request, ports) => {
  const { params, now } = request;
  const event = await ports.events.byId(params.eventId ?? '');
  if (!event) return notPublished(request, ports, 'registrations');
  if (event.places.calledOffAt) return notOpen('called-off');
  if (now.toISOString() >= event.outline.endsAt) return notOpen('over');
  const { questions, asksSupporter } = event.questions;
  const data = { fields: Object.keys(enterForm.fields), questions, asksSupporter, groups: choosableGroups(event.places) };
  return answer(() => enterPage({ network: ports.network, event, newId: ports.newRegistrationId(), mayLetIn: mayLetIn(event, now) }), data);
};

export const enterOne: OrganiseHandler = whenContended(async (request, ports) => {
  const event = await ports.events.byId(request.params.eventId ?? '');
  if (!event) return notFound('event');
  const newId = idOf(request.fields.newId);
  const again = (more: Pick<EnterPageView, 'state' | 'namesakes'>) => () =>
    enterPage({
      network: ports.network,
      event,
      newId: newId ?? ports.newRegistrationId(),
      mayLetIn: mayLetIn(event, request.now),
      ...more,
    });
  const read = readEntry(event, request.fields);
  if (read.kind === 'invalid') return invalid(again({ state: read }), read.errors);
  const { kind: _kind, kept, ...entry } = read;
  const outcome = await enterRegistration({ eventId: event.outline.eventId, ...entry, newId }, actorOf(request), request.now, ports);
  if (outcome.kind === 'same-name') {
    const errors = [{ field: 'somebodyElse', id: 'somebodyElse', message: organiseWords.enter.sameName(entry.details.name) }];
    return invalid(again({ state: { kept, errors }, namesakes: outcome.namesakes }), errors);
  }
  return settled(outcome, event);
});

function settled(outcome: Exclude<EnterOutcome, { kind: 'same-name' }>, { outline }: Event) {
  switch (outcome.kind) {
    case 'entered':
    case 'exists': {
      const { registrationId, state } = outcome.registration;
      const to = `/organise/events/${outline.eventId}/registrations/${registrationId}?done=${outcome.kind}` as const;
      const made = outcome.kind === 'entered' ? ({ status: 201 } as const) : {};
      return done(to, { registrationId, status: state.kind, existed: outcome.kind === 'exists' }, made);
    }
    case 'not-open':
      return notOpen(outcome.why);
    case 'unknown-event':
      return notFound('event');
  }
}

function notOpen(why: 'over' | 'called-off') {
  return problem(409, organiseWords.enter.notOpen.title, organiseWords.enter.notOpen[why]);
}

/** As this house makes them; anything else counts as none. */
function idOf(given: unknown): string | undefined {
  return typeof given === 'string' && /^reg_[\w-]{24}$/.test(given) ? given : undefined;
}
