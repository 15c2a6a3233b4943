import { actorOf, answer, done, type Handler, invalid, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { dayAt, withUsual } from '../domain/provisions.ts';
import { keptProvisions, readProvisions } from '../pages/provisions-form.ts';
import { provisionsPage, usualProvisionsPage } from '../pages/provisions-pages.tsx';
import { changeEvent } from '../use-cases/change-event.ts';
import { words } from '../words.en.ts';
import { replyTo } from './outcome.ts';

type ProvisionHandler = Handler<OrganiseDependencies>;

export const showProvisions: ProvisionHandler = async ({ params }, { store, networkStore, network }) => {
  const [loaded, usual] = await Promise.all([store.find(params.eventId ?? ''), networkStore.usual()]);
  if (!loaded) return notFound('event');
  const { event } = loaded;
  const view = { network, event, usual: usual.provisions, state: { kept: keptProvisions(event.provisions) } };
  return answer(() => provisionsPage(view), { provisions: event.provisions });
};

export const saveProvisions: ProvisionHandler = async (request, dependencies) => {
  const { store, networkStore, network } = dependencies;
  const [loaded, usual] = await Promise.all([store.find(request.params.eventId ?? ''), networkStore.usual()]);
  if (!loaded) return notFound('event');
  const { event } = loaded;
  const target = { eventId: event.id, actor: actorOf(request), now: request.now };
  if (request.fields.action === 'use-usual') {
    const add: Parameters<typeof changeEvent>[0]['command'] = ({ provisions, details, timeZone }) => ({
      kind: 'set-provisions',
      provisions: withUsual(provisions, usual.provisions, { startsAt: details.startsAt, timeZone }, request.now),
    });
    return replyTo(await changeEvent({ ...target, command: add }, dependencies), (id) => `/organise/events/${id}/provisions`);
  }
  const reading = readProvisions(request.fields, { latest: dayAt(new Date(event.details.startsAt), event.timeZone) });
  if (reading.kind === 'invalid') {
    return invalid(() => provisionsPage({ network, event, usual: usual.provisions, state: reading }), reading.errors);
  }
  const { provisions } = reading;
  const outcome = await changeEvent({ ...target, command: () => ({ kind: 'set-provisions', provisions }) }, dependencies);
  return replyTo(outcome, (id) => `/organise/events/${id}`);
};

export const showUsualProvisions: ProvisionHandler = async (_request, { networkStore, network }) => {
  const { provisions, version } = await networkStore.usual();
  return answer(() => usualProvisionsPage({ network, version, state: { kept: keptProvisions(provisions) } }), { provisions });
};

export const saveUsualProvisions: ProvisionHandler = async (request, { networkStore, network }) => {
  const loaded = await networkStore.usual();
  const { version } = loaded;
  const reading = readProvisions(request.fields, 'none');
  if (reading.kind === 'invalid') return invalid(() => usualProvisionsPage({ network, version, state: reading }), reading.errors);
  const { provisions } = reading;
  const again = () => usualProvisionsPage({ network, version, state: { kept: keptProvisions(provisions) }, changedMeanwhile: true });
  // A program need not say what it saw.
  const seen = request.fields.version ?? String(version);
  if (seen !== String(version)) return invalid(again, [meanwhile]);
  const outcome = await networkStore.saveUsual({ loaded, provisions, actor: actorOf(request), now: request.now });
  return outcome.kind === 'saved' ? done('/organise/events', { provisions }) : invalid(again, [meanwhile]);
};

const meanwhile = { field: 'version', message: words.form.changedMeanwhile };
