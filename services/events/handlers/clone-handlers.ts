import { parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, invalid, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { cloneFormIn, keptFrom, slugTaken, suggestionFor, wishFrom } from '../pages/clone-form.ts';
import { clonePage } from '../pages/clone-page.tsx';
import { cloneEvent } from '../use-cases/clone-event.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

export const showClone: OrganiseHandler = async ({ params, now }, { store, network }) => {
  const loaded = await store.find(params.eventId ?? '');
  if (!loaded) return notFound('event');
  const { event } = loaded;
  return answer(() => clonePage({ network, event, state: { kept: suggestionFor(event, now) } }), { from: event.id, form: 'copy' });
};

export const makeClone: OrganiseHandler = async (request, dependencies) => {
  const { store, network } = dependencies;
  const loaded = await store.find(request.params.eventId ?? '');
  if (!loaded) return notFound('event');
  const { event } = loaded;
  const reading = parseForm(cloneFormIn(event.timeZone), request.fields);
  if (reading.kind === 'invalid') return invalid(() => clonePage({ network, event, state: reading }), reading.errors);
  const asked = wishFrom(reading.value, event.timeZone);
  const outcome = await cloneEvent({ ...asked, fromEventId: event.id, actor: actorOf(request), now: request.now }, dependencies);
  switch (outcome.kind) {
    case 'cloned':
      return done(`/organise/events/${outcome.eventId}`, { eventId: outcome.eventId }, { status: 201 });
    case 'unknown-event':
      return notFound('event');
    case 'slug-taken': {
      const kept = keptFrom(reading.value);
      return invalid(() => clonePage({ network, event, state: { kept, errors: [slugTaken] } }), [slugTaken]);
    }
  }
};
