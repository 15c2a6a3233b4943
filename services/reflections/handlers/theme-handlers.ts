import { parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { mergeForm, themeForm } from '../pages/forms.ts';
import { type ThemeView, themePage } from '../pages/theme-page.tsx';
import { lookAtTheme } from '../use-cases/look.ts';
import { changeTheme as change, mergeTheme, removeTheme, type ThemeWritten } from '../use-cases/write-themes.ts';
import { words } from '../words.en.ts';
import { notPublished } from './organise-replies.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;
type PageState = Pick<ThemeView, 'state' | 'mergeState' | 'changedMeanwhile'>;

export const showTheme: OrganiseHandler = async (request, ports) => {
  const seen = await viewOf(request, ports);
  if (!seen) return notFound(words.themes.unknown);
  const { theme, shown, overview } = seen;
  const data = { ...theme, ...overview.byTheme.get(theme.id), behind: shown.map(({ reflection }) => reflection) };
  return answer(() => themePage(seen), data);
};

export const changeTheme: OrganiseHandler = async (request, ports) => {
  switch (request.fields.action) {
    case 'merge':
      return merge(request, ports);
    case 'remove':
      return replyTo(await removeTheme(target(request), ports), `${themesOf(request)}?done=removed`);
    default:
      return write(request, ports);
  }
};

async function write(request: HttpRequest, ports: OrganiseDependencies): Promise<Reply> {
  const reading = parseForm(themeForm, request.fields);
  if (reading.kind === 'invalid') return again(request, ports, { state: reading });
  const { label, prose = '', edition } = reading.value;
  const outcome = await change({ ...target(request), words: { label, prose }, edition }, ports);
  const kept = { label, prose };
  if (outcome.kind === 'changed-meanwhile') {
    const errors = [{ field: 'label', id: 'label', message: words.themes.changedMeanwhile }];
    return again(request, ports, { state: { kept, errors }, changedMeanwhile: true });
  }
  if (outcome.kind === 'label-taken') {
    const errors = [{ field: 'label', id: 'label', message: words.themes.labelTaken }];
    return again(request, ports, { state: { kept, errors } });
  }
  return replyTo(outcome, `${themesOf(request)}/${request.params.themeId}?done=saved`);
}

async function merge(request: HttpRequest, ports: OrganiseDependencies): Promise<Reply> {
  const reading = parseForm(mergeForm, request.fields);
  if (reading.kind === 'invalid') return again(request, ports, { mergeState: reading });
  const { into } = reading.value;
  return replyTo(await mergeTheme({ ...target(request), into }, ports), `${themesOf(request)}/${encodeURIComponent(into)}?done=merged`);
}

/** The page once more, with what was entered. */
async function again(request: HttpRequest, ports: OrganiseDependencies, state: PageState): Promise<Reply> {
  const seen = await viewOf(request, ports);
  if (!seen) return notFound(words.themes.unknown);
  return invalid(() => themePage({ ...seen, ...state }), [...(state.state?.errors ?? []), ...(state.mergeState?.errors ?? [])]);
}

function replyTo(outcome: ThemeWritten, to: `/${string}`): Reply {
  switch (outcome.kind) {
    case 'written':
      return done(to, { themeId: outcome.theme.id, edition: outcome.theme.edition });
    case 'unknown-event':
      return notPublished();
    case 'unknown-theme':
    case 'label-taken':
    case 'changed-meanwhile':
      return notFound(words.themes.unknown);
  }
}

async function viewOf({ params, query }: HttpRequest, ports: OrganiseDependencies): Promise<ThemeView | undefined> {
  const seen = await lookAtTheme(params.eventId ?? '', params.themeId ?? '', ports);
  const theme = seen?.book.themes.find((each) => each.id === seen.themeId);
  const said = query.get('done');
  return seen && theme && { network: ports.network, ...seen, theme, done: said === 'saved' || said === 'merged' ? said : undefined };
}

function target(request: HttpRequest) {
  const { eventId = '', themeId = '' } = request.params;
  return { eventId, themeId, actor: actorOf(request), now: request.now };
}

function themesOf({ params }: HttpRequest) {
  return `/organise/events/${params.eventId}/themes` as const;
}
