import type { DirectoryAnswer, DirectoryEntry, DirectoryRequest } from '@convener/contracts/calls';
import { log } from '@convener/observability';
import type { Registration } from '../domain/registration.ts';
import type { Links, RegistrationPorts } from './ports.ts';

type DirectoryPorts = Pick<RegistrationPorts, 'registrations'> & { readonly links: Links };

/** Ids become names and addresses at the moment a letter is rendered; the links in it are minted here. */
export async function directory(request: DirectoryRequest, ports: DirectoryPorts): Promise<DirectoryAnswer> {
  switch (request.kind) {
    case 'resolve': {
      const registrations = await ports.registrations.loadAll(request.ids);
      // How many were asked about: how many of them there are would tell who asks about nobody from who asks about somebody.
      log('info', 'directory.answered', { purpose: request.purpose, count: request.ids.length });
      return { kind: 'resolved', entries: await Promise.all(registrations.map((each) => entryOf(each, request.links, ports.links))) };
    }
    case 'audience': {
      const { statuses: standings, wantingReport, cursor } = request;
      const page = await ports.registrations.audience(request.eventId, { standings, wantingReport, cursor });
      log('info', 'directory.answered', { purpose: request.purpose, count: page.ids.length });
      return { kind: 'audience', ids: [...page.ids], ...(page.cursor ? { cursor: page.cursor } : {}) };
    }
  }
}

async function entryOf(registration: Registration, wanted: readonly string[], links: Links): Promise<DirectoryEntry> {
  const minted = await Promise.all(wanted.map(async (name) => [name, await linkCalled(name, registration, links)] as const));
  return {
    id: registration.registrationId,
    eventId: registration.eventId,
    name: registration.details.name,
    address: registration.email,
    format: registration.details.format,
    status: registration.state.kind,
    wantsReport: registration.details.wantsReport,
    ...(registration.state.kind === 'offered' ? { offerUntil: registration.state.until } : {}),
    ...(registration.state.kind === 'pending' ? { toConfirm: toConfirm(registration.state) } : {}),
    ...placeOf(registration.state),
    ...(registration.version === undefined ? {} : { version: registration.version }),
    links: Object.fromEntries(minted.flatMap(([name, link]) => (link ? [[name, link]] : []))),
  };
}

/** Of who gave up or was cancelled only that is stored, not what they had before. */
function placeOf(state: Registration['state']): Pick<DirectoryEntry, 'hasOrHadPlace'> {
  if (state.kind !== 'cancelled') return { hasOrHadPlace: state.kind === 'confirmed' };
  return state.by === 'event' ? { hasOrHadPlace: state.was === 'confirmed' } : {};
}

/** What a letter may promise: neither changes until they confirm, whatever becomes of the event's other places. */
function toConfirm({ holds, expiresAt }: Extract<Registration['state'], { kind: 'pending' }>): DirectoryEntry['toConfirm'] {
  return { until: expiresAt, placeHeld: holds === 'place' };
}

/** A name that is not ours gets no link. The joining details stand on the page behind the manage link, and only near the time. */
function linkCalled(name: string, registration: Registration, links: Links): Promise<string> | undefined {
  switch (name) {
    case 'confirm':
    case 'manage':
    case 'calendar':
    case 'offer':
      return links.mint(name, registration);
    case 'joining':
      return links.mint('manage', registration);
    default:
      return undefined;
  }
}
