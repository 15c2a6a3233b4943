import { actorOf, answer, type Handler, notFound } from '@convener/http';
import type { CoordinateDependencies } from '../dependencies.ts';
import { listPage } from '../pages/list-page.tsx';
import { arrangingOf } from '../use-cases/arranging-view.ts';
import { openList } from '../use-cases/open-list.ts';

/** Only access coordinators come this far: every other role was turned away before anything was read. */
export const listNeeds: Handler<CoordinateDependencies> = async (request, ports) => {
  const { id: organiserId } = actorOf(request);
  const reader = { organiserId, ...(request.organiser?.name ? { name: request.organiser.name } : {}) };
  const list = await openList(request.params.eventId ?? '', reader, request.now, ports);
  if (!list) return notFound('event');
  const arranging = arrangingOf(list, await ports.boards.ofEvent(list.event.eventId), request.now);
  const data = {
    provided: list.event.provisions,
    needs: list.needs.map(({ registrationId, name, answer: told, changedAt }) => ({ registrationId, name, ...told, changedAt })),
    arranged: arranging.people.map(({ need, handle, state }) => ({ registrationId: need.registrationId, personId: handle, state })),
    adjustments: arranging.adjustments,
    reads: list.reads,
  };
  return answer(() => listPage({ network: ports.network, list, reader: organiserId, arranging, now: request.now }), data);
};
