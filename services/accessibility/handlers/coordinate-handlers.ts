import { actorOf, answer, type Handler, notFound } from '@convener/http';
import type { CoordinateDependencies } from '../dependencies.ts';
import { listPage } from '../pages/list-page.tsx';
import { openList } from '../use-cases/open-list.ts';

/** Only access coordinators come this far: every other role was turned away before anything was read. */
export const listNeeds: Handler<CoordinateDependencies> = async (request, ports) => {
  const { id: organiserId } = actorOf(request);
  const reader = { organiserId, ...(request.organiser?.name ? { name: request.organiser.name } : {}) };
  const list = await openList(request.params.eventId ?? '', reader, request.now, ports);
  if (!list) return notFound('event');
  const data = {
    provided: list.event.provisions,
    needs: list.needs.map(({ registrationId, name, answer: told, changedAt }) => ({ registrationId, name, ...told, changedAt })),
    reads: list.reads,
  };
  return answer(() => listPage({ network: ports.network, list, reader: organiserId }), data);
};
