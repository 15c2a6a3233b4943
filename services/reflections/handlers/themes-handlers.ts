import { parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import type { ListQuery } from '../domain/overview.ts';
import { themeForm } from '../pages/forms.ts';
import type { FormState } from '../pages/reflect-page.tsx';
import { orderForm, stepForm } from '../pages/themes-forms.ts';
import { themesPage } from '../pages/themes-page.tsx';
import { assignThemes as assign } from '../use-cases/assign-themes.ts';
import { type LookAtList, lookAtList } from '../use-cases/look.ts';
import { addTheme as add, orderThemes as order } from '../use-cases/write-themes.ts';
import { words } from '../words.en.ts';
import { notPublished } from './organise-replies.ts';
import { mostAssignments, readAssignments } from './read-assignments.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

/** As many as somebody themes before they look up. */
const pageSize = 25;

export const showThemes: OrganiseHandler = async (request, ports) => {
  const { params, query } = request;
  const listQuery = queryOf(query.get('show'), query.get('page'));
  const seen = await lookAtList(params.eventId ?? '', listQuery, pageSize, ports);
  if (!seen) return notPublished();
  const said = query.get('done');
  const view = {
    network: ports.network,
    ...seen,
    query: listQuery,
    saved: savedOf(query),
    done: said === 'made' || said === 'removed' ? said : undefined,
  } as const;
  return answer(() => themesPage(view), dataOf(seen));
};

export const addTheme: OrganiseHandler = async (request, ports) => {
  const eventId = request.params.eventId ?? '';
  const reading = parseForm(themeForm, request.fields);
  if (reading.kind === 'invalid') return again(eventId, reading, ports);
  const { label, prose = '' } = reading.value;
  const outcome = await add({ eventId, words: { label, prose }, actor: actorOf(request), now: request.now }, ports);
  switch (outcome.kind) {
    case 'written':
      return done(`/organise/events/${eventId}/themes?done=made#assign`, { themeId: outcome.theme.id }, { status: 201 });
    case 'label-taken': {
      const errors = [{ field: 'label', id: 'label', message: words.themes.labelTaken }];
      return again(eventId, { kept: { label, prose }, errors }, ports);
    }
    case 'unknown-event':
      return notPublished();
    case 'unknown-theme':
    case 'changed-meanwhile':
      return notFound(words.themes.unknown);
  }
};

export const assignThemes: OrganiseHandler = async (request, ports) => {
  const { params, fields, now } = request;
  const eventId = params.eventId ?? '';
  const reading = readAssignments(fields);
  if (reading.kind === 'malformed') return problem(422, words.themes.assignTitle, words.themes.badAssignments);
  if (reading.kind === 'too-many') return problem(422, words.themes.assignTitle, words.themes.tooManyAssignments(mostAssignments));
  if (!(await ports.events.ground(eventId))) return notPublished();
  const { assignments } = reading;
  const outcome = await assign({ eventId, assignments, actor: actorOf(request), now }, ports);
  const saved = outcome.changed.length + outcome.unchanged.length;
  const show = fields.show === 'open' ? 'open' : 'unthemed';
  const page = Number(fields.page) || 1;
  const to = `/organise/events/${eventId}/themes?show=${show}&page=${page}&saved=${saved}&missed=${outcome.missed.length}#assign` as const;
  return done(to, outcome);
};

export const orderThemes: OrganiseHandler = async (request, ports) => {
  const eventId = request.params.eventId ?? '';
  const wanted = orderOf(request);
  if (!wanted) return problem(422, words.themes.listTitle, words.themes.badOrder);
  const outcome = await order({ eventId, order: wanted, actor: actorOf(request), now: request.now }, ports);
  if (outcome.kind === 'unknown-event') return notPublished();
  return done(`/organise/events/${eventId}/themes#themes`, { order: outcome.themes.map((theme) => theme.id) });
};

function orderOf({ fields }: HttpRequest) {
  if (Array.isArray(fields.order)) {
    const whole = parseForm(orderForm, fields);
    return whole.kind === 'valid' ? whole.value.order : undefined;
  }
  const one = parseForm(stepForm, fields);
  if (one.kind === 'invalid') return undefined;
  const { themeId, action } = one.value;
  return { themeId, step: action === 'up' ? -1 : 1 } as const;
}

async function again(eventId: string, state: FormState, ports: OrganiseDependencies): Promise<Reply> {
  const query = queryOf(null, null);
  const seen = await lookAtList(eventId, query, pageSize, ports);
  if (!seen) return notPublished();
  return invalid(() => themesPage({ network: ports.network, ...seen, query, state }), state.errors ?? []);
}

function queryOf(show: string | null, page: string | null): ListQuery {
  return { place: show === 'open' ? 'open' : 'unthemed', roomId: undefined, themeId: undefined, page: Number(page) || 1 };
}

function savedOf(query: HttpRequest['query']) {
  const [changed, missed] = [Number(query.get('saved')), Number(query.get('missed'))];
  return query.has('saved') && Number.isInteger(changed) && Number.isInteger(missed) ? { changed, missed } : undefined;
}

function dataOf({ overview, book, found, shown }: LookAtList) {
  return {
    counts: overview.counts,
    themes: book.themes.map((theme) => ({ ...theme, ...overview.byTheme.get(theme.id) })),
    total: found.total,
    page: found.page,
    pages: found.pages,
    reflections: shown.map(({ row, reflection: { id, roomId, standing } }) => ({ id, roomId, ...standing, themeIds: row.themeIds })),
  };
}
