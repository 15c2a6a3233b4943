import { answer, done, type HttpRequest, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { joiningPage, notJoiningPage } from '../pages/joining-page.tsx';
import { join } from '../use-cases/attend.ts';
import { joinWords } from '../words.attendance.en.ts';
import { type PlaceHandler, withPlace } from './place-handlers.ts';
import { whenContended } from './when-contended.ts';

/** Notes that somebody comes, and leads to the page with the way in. */
export const joinNow: PlaceHandler = whenContended((request, ports) =>
  withPlace(request, ports, async ({ registration }) => {
    const outcome = await join(registration, request.now, ports);
    if (outcome.kind === 'joining') return done('/my-place/joining', { link: outcome.link });
    return closed(request, ports);
  }),
);

/** The way in; it changes nothing, so that it can be opened again when a connection broke. */
export const showJoining: PlaceHandler = (request, ports) =>
  withPlace(request, ports, async ({ joining, event }) => {
    if (!joining?.link) return closed(request, ports);
    return answer(() => joiningPage({ network: ports.network, title: event.outline.title, joining }), joining);
  });

function closed({ wants }: HttpRequest, { network, settings }: PublicDependencies): Reply {
  const { title, text } = joinWords.closed;
  if (wants === 'json') return problem(409, title, text(settings.joiningHours));
  return answer(() => notJoiningPage({ network, joiningHours: settings.joiningHours }), {}, { status: 409 });
}
