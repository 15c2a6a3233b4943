import { answer, type Handler, notPublished } from '@convener/http';
import type { CoordinateDependencies } from '../dependencies.ts';
import { bandOf, byFinancialYear } from '../domain/access-costs.ts';
import { attentionKinds } from '../domain/coordinators-attention.ts';
import { listPage } from '../pages/list-page.tsx';
import { teamPage } from '../pages/team-page.tsx';
import { whatNeedsYouPage } from '../pages/what-needs-you-page.tsx';
import { yearsPage } from '../pages/years-page.tsx';
import { arrangingOf } from '../use-cases/arranging-view.ts';
import { openList } from '../use-cases/open-list.ts';
import { showTeam } from '../use-cases/show-team.ts';
import { whatNeedsYou } from '../use-cases/what-needs-you.ts';
import { dataOfList } from './coordinators-data.ts';
import { readerOf } from './reader.ts';

/**
 * One address, two pages: what people said, for access coordinators; what concerns everybody, for the others of the team. Which of them is
 * settled before anything is read, and the second is given nothing that could read an answer.
 */
export const listNeeds: Handler<CoordinateDependencies> = async (request, ports) => {
  const { events, asking, network } = ports;
  return request.organiser?.roles.includes('access-coordinator')
    ? coordinatorsList(request, ports)
    : teamsOverview(request, { events, asking, network });
};

const coordinatorsList: Handler<CoordinateDependencies> = async (request, ports) => {
  const reader = readerOf(request);
  const list = await openList(request.params.eventId ?? '', reader, request.now, ports);
  if (!list) return notPublished();
  const [board, handleOf, suppliers] = await Promise.all([
    ports.boards.ofEvent(list.event.eventId),
    ports.handles(),
    ports.suppliers.all(request.now),
  ]);
  const arranging = arrangingOf(list, board, handleOf, request.now);
  const data = dataOfList(list, arranging, request.now);
  return answer(() => listPage({ network: ports.network, list, reader: reader.organiserId, arranging, suppliers, now: request.now }), data);
};

/** Nobody's answer is opened here, so nothing is noted. */
const teamsOverview: Handler<Pick<CoordinateDependencies, 'events' | 'asking' | 'network'>> = async (request, ports) => {
  const view = await showTeam(request.params.eventId ?? '', request.now, ports);
  if (!view) return notPublished();
  const { event, asking, attention } = view;
  const data = { provided: event.provisions, contact: asking.contact, attention };
  const roles = request.organiser?.roles ?? [];
  return answer(() => teamPage({ network: ports.network, view, roles, now: request.now }), data);
};

/** Numbers of every event for the one who may open each list: no answer is opened, so nothing is noted. */
export const showWhatNeedsYou: Handler<CoordinateDependencies> = async ({ now }, { events, boards, awaiting, network }) => {
  const found = await whatNeedsYou(now, { events, boards, awaiting });
  const data = {
    events: found.map(({ event: { eventId, title, startsAt }, counts }) => ({
      eventId,
      title,
      startsAt,
      attention: attentionKinds.filter((kind) => counts[kind] > 0).map((kind) => ({ kind, count: counts[kind] })),
    })),
  };
  return answer(() => whatNeedsYouPage({ network, events: found }), data);
};

/** Figures in steps alone: the exact ones stay inside. */
export const showYears: Handler<CoordinateDependencies> = async (_request, ports) => {
  const spent = await ports.expenses.all();
  const years = byFinancialYear(spent).map(({ year, events, band }) => ({
    year,
    band,
    events: events.map(({ eventId, title, endsAt, pence }) => ({ eventId, title, endsAt, band: bandOf(pence) })),
  }));
  return answer(() => yearsPage({ network: ports.network, spent }), { years });
};
