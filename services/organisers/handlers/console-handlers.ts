import { type FieldError, parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, invalid, notFound, problem } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { needsAttention } from '../domain/attention.ts';
import type { Organiser } from '../domain/organiser.ts';
import { auditPage } from '../pages/audit-page.tsx';
import { inviteForm, rolesForm } from '../pages/forms.ts';
import { elsewhere, homePage } from '../pages/home-page.tsx';
import { organiserPage, organisersPage } from '../pages/organisers-pages.tsx';
import { tokenPage } from '../pages/small-pages.tsx';
import { changeOrganiser as change, inviteOrganiser as invite, type Outcome } from '../use-cases/manage-organisers.ts';
import { tokenForProgram } from '../use-cases/sign-in.ts';
import { words } from '../words.en.ts';

type ConsoleHandler = Handler<OrganiseDependencies>;

export const home: ConsoleHandler = async ({ now, organiser }, dependencies) => {
  const events = await dependencies.home.events();
  const roles = organiser?.roles ?? [];
  const data = {
    events,
    attention: events.flatMap((event) => needsAttention(event, now)),
    // Where a program that has this role finds the rest, the same whether or not there is any.
    attentionElsewhere: roles.includes('access-coordinator') ? [elsewhere.access] : [],
  };
  return answer(() => homePage({ network: dependencies.network, events, now, roles }), data);
};

export const listOrganisers: ConsoleHandler = async (_request, { store, network }) => {
  const organisers = await store.all();
  return answer(() => organisersPage({ network, organisers }), { organisers });
};

export const inviteOrganiser: ConsoleHandler = async (request, dependencies) => {
  const { store, network } = dependencies;
  const reading = parseForm(inviteForm, request.fields);
  const again = async (state: NonNullable<Parameters<typeof organisersPage>[0]['state']>, errors: readonly FieldError[]) => {
    const organisers = await store.all();
    return invalid(() => organisersPage({ network, organisers, state }), errors);
  };
  if (reading.kind === 'invalid') return again(reading, reading.errors);
  const outcome = await invite({ ...reading.value, actor: actorOf(request), now: request.now }, dependencies);
  if (outcome.kind !== 'refused') return settled(outcome);
  const errors = [{ field: 'address', id: 'address', message: words.organisers.refused[outcome.reason] }];
  return again({ kept: { address: reading.value.address, roles: [...reading.value.roles] }, errors }, errors);
};

export const showOrganiser: ConsoleHandler = async ({ params }, { store, network }) => {
  const organiser = (await store.find(params.organiserId ?? ''))?.organiser;
  if (!organiser || organiser.kind === 'removed') return notFound('organiser');
  return answer(() => organiserPage({ network, organiser }), organiser);
};

export const changeOrganiser: ConsoleHandler = async (request, dependencies) => {
  const organiser = (await dependencies.store.find(request.params.organiserId ?? ''))?.organiser;
  if (!organiser || organiser.kind === 'removed') return notFound('organiser');
  const who = { organiserId: organiser.id, actor: actorOf(request), now: request.now };
  const view = { network: dependencies.network, organiser };
  if (request.fields.action === 'remove') return settled(await change({ ...who, change: { kind: 'remove' } }, dependencies));
  const reading = parseForm(rolesForm, request.fields);
  if (reading.kind === 'invalid') return invalid(() => organiserPage({ ...view, state: reading }), reading.errors);
  return settled(await change({ ...who, change: { kind: 'roles', roles: reading.value.roles } }, dependencies));
};

function settled(outcome: Outcome) {
  switch (outcome.kind) {
    case 'changed':
      return done('/organise/organisers', outcome.organiser, { status: outcome.announcement === 'invited' ? 201 : 200 });
    case 'unchanged':
      return done('/organise/organisers');
    case 'unknown':
      return notFound('organiser');
    case 'refused':
      return problem(409, words.organisers.changeTitle, words.organisers.refused[outcome.reason]);
    case 'changed-meanwhile':
      return problem(409, words.organisers.changeTitle, words.organisers.changedMeanwhile);
  }
}

export const audit: ConsoleHandler = async ({ query, now }, { audit: log, store, home: events, network }) => {
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.exec(query.get('month') ?? '')?.[0] ?? now.toISOString().slice(0, 7);
  const [page, organisers, titled] = [await log.page(month, query.get('cursor') ?? undefined), await store.all(), await events.events()];
  const names = new Map<string, string>([
    ...organisers.map((organiser) => [organiser.id, nameOf(organiser)] as const),
    ...titled.map(({ eventId, title }) => [eventId, title] as const),
  ]);
  const entries = page.entries.map((entry) => ({ ...entry, who: names.get(entry.organiserId) ?? words.audit.unknown }));
  const view = { network, month, previousMonth: monthBefore(month), entries, names, cursor: page.cursor };
  return answer(() => auditPage(view), { month, entries: page.entries, cursor: page.cursor });
};

function nameOf(organiser: Organiser): string {
  switch (organiser.kind) {
    case 'active':
      return organiser.name;
    case 'invited':
      return organiser.address;
    case 'removed':
      return words.audit.unknown;
  }
}

function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (number ?? 1) - 2, 1)).toISOString().slice(0, 7);
}

export const askToken: ConsoleHandler = async (_request, { network }) => answer(() => tokenPage({ network, token: undefined }), {});

export const makeToken: ConsoleHandler = async ({ organiser, cookies, now }, dependencies) => {
  if (!organiser) return notFound();
  const who = { signInId: cookies['sign-in'], organiserId: organiser.organiserId };
  const token = await tokenForProgram(who, now, dependencies);
  if (!token) return problem(403, words.token.title, words.token.notSignedIn);
  return answer(() => tokenPage({ network: dependencies.network, token }), { token });
};
