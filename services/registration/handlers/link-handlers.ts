import { answer, file, type Handler } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { decideConfirm, promisedTo } from '../domain/decide-confirm.ts';
import { openness, phaseOf } from '../domain/event.ts';
import { calendarFile } from '../pages/calendar-file.ts';
import { confirmPage, managePage } from '../pages/link-pages.tsx';
import { confirm as confirmUseCase, registrationOfLink } from '../use-cases/confirm.ts';
import { behindLink, oldLink, openPlace } from './behind-link.ts';
import { notOpen } from './registering.ts';
import { whenContended } from './when-contended.ts';

type LinkHandler = Handler<PublicDependencies>;

export const showConfirm: LinkHandler = async (request, ports) => {
  const found = await behindLink('confirm', request, ports);
  const decided = found && decideConfirm(found.registration, request.now).kind;
  if (!found || decided === 'expired') return oldLink(request, ports);
  const { event, registration } = found;
  const { outline, places } = event;
  const view = { network: ports.network, outline, path: request.path };
  const toConfirm = decided === 'confirm' || decided === 'take-or-wait';
  const ended = openness(outline, places, request.now);
  if (toConfirm && (ended.kind === 'over' || ended.kind === 'called-off')) return notOpen(event, ended, request, ports);
  const promised = promisedTo(registration, places, phaseOf(outline, request.now));
  return answer(() => (toConfirm ? confirmPage({ ...view, promised }) : managePage(view)), {
    status: registration.state.kind,
    ...(toConfirm ? { place: promised } : {}),
  });
};

export const confirm: LinkHandler = whenContended(async (request, ports) => {
  const claim = await ports.links.read('confirm', request.params.token ?? '');
  if (!claim) return oldLink(request, ports);
  const found = await behindLink('confirm', request, ports);
  // A place at an event that is over is none; whoever had confirmed before finds what was.
  if (found?.registration.state.kind === 'pending' && phaseOf(found.event.outline, request.now) === 'over') {
    return notOpen(found.event, { kind: 'over' }, request, ports);
  }
  const outcome = await confirmUseCase(claim, request.now, ports);
  switch (outcome.kind) {
    case 'confirmed':
    case 'waitlisted':
    case 'already':
      return openPlace(outcome.registration, request.now, ports);
    case 'cancelled':
    case 'old-link': {
      const registration = await registrationOfLink(claim, ports);
      // What was cancelled is shown on its own page; what ran out is gone.
      return registration && outcome.kind === 'cancelled' ? openPlace(registration, request.now, ports) : oldLink(request, ports);
    }
  }
});

export const showManage: LinkHandler = async (request, ports) => {
  const found = await behindLink('manage', request, ports);
  if (!found) return oldLink(request, ports);
  const { outline } = found.event;
  return answer(() => managePage({ network: ports.network, outline, path: request.path }), { status: found.registration.state.kind });
};

export const manage: LinkHandler = async (request, ports) => {
  const found = await behindLink('manage', request, ports);
  return found ? openPlace(found.registration, request.now, ports) : oldLink(request, ports);
};

export const calendarByLink: LinkHandler = async (request, ports) => {
  const found = await behindLink('calendar', request, ports);
  if (!found) return oldLink(request, ports);
  const { event, registration } = found;
  const status = event.places.calledOffAt ? 'cancelled' : registration.state.kind;
  const { contentType, content } = calendarFile({ event, registration, status }, ports, request.now);
  return file(contentType, content, { fileName: `${event.outline.slug}.ics` });
};
