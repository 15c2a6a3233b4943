import { isDeepStrictEqual } from 'node:util';
import { actorOf, answer, done, type Handler, invalid, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { dayAt, withUsual } from '../domain/provisions.ts';
import { keptProvisions, readProvisions } from '../pages/provisions-form.ts';
import { provisionsPage, usualProvisionsPage } from '../pages/provisions-pages.tsx';
import { changeEvent } from '../use-cases/change-event.ts';
import { meanwhile, replyTo } from './outcome.ts';
import { versionSeen } from './version-seen.ts';

type ProvisionHandler = Handler<OrganiseDependencies>;

export const showProvisions: ProvisionHandler = async ({ params }, { store, networkStore, network }) => {
  const [loaded, usual] = await Promise.all([store.find(params.eventId ?? ''), networkStore.usual()]);
  if (!loaded) return notFound('event');
  const { event } = loaded;
  const { version } = loaded;
  const view = { network, event, version, usual: usual.provisions, state: { kept: keptProvisions(event.provisions) } };
  return answer(() => provisionsPage(view), { provisions: event.provisions, version });
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
  const seen = versionSeen(request.fields);
  const view = { network, event, version: loaded.version, usual: usual.provisions };
  if (reading.kind === 'invalid') {
    return invalid(() => provisionsPage({ ...view, version: seen ?? view.version, state: reading }), reading.errors);
  }
  const { provisions } = reading;
  const outcome = await changeEvent({ ...target, seen, command: () => ({ kind: 'set-provisions', provisions }) }, dependencies);
  if (outcome.kind === 'changed-meanwhile') {
    const state = { kept: keptProvisions(provisions) };
    return invalid(() => provisionsPage({ ...view, state, changedMeanwhile: true }), [meanwhile]);
  }
  return replyTo(outcome, (id) => `/organise/events/${id}`);
};

export const showUsualProvisions: ProvisionHandler = async (_request, { networkStore, network }) => {
  const { provisions, version } = await networkStore.usual();
  return answer(() => usualProvisionsPage({ network, version, state: { kept: keptProvisions(provisions) } }), { provisions, version });
};

export const saveUsualProvisions: ProvisionHandler = async (request, { networkStore, network }) => {
  const loaded = await networkStore.usual();
  const { version } = loaded;
  const reading = readProvisions(request.fields, 'none');
  const seen = versionSeen(request.fields) ?? version;
  if (reading.kind === 'invalid') return invalid(() => usualProvisionsPage({ network, version: seen, state: reading }), reading.errors);
  const { provisions } = reading;
  const again = () => usualProvisionsPage({ network, version, state: { kept: keptProvisions(provisions) }, changedMeanwhile: true });
  if (isDeepStrictEqual(provisions, loaded.provisions)) return done('/organise/events', { provisions });
  if (seen !== version) return invalid(again, [meanwhile]);
  const outcome = await networkStore.saveUsual({ loaded, provisions, actor: actorOf(request), now: request.now });
  return outcome.kind === 'saved' ? done('/organise/events', { provisions }) : invalid(again, [meanwhile]);
};
