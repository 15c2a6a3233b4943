import { type FieldError, fill, parseForm } from '@convener/forms';
import { actorOf, done, type Handler, invalid, notFound, problem, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { correctionMissing, publishForm } from '../pages/forms.ts';
import { overviewPage } from '../pages/overview-page.tsx';
import { lookAtReport } from '../use-cases/look-at-report.ts';
import { words } from '../words.en.ts';
import { reportPath } from './outcome.ts';

export const publish: Handler<OrganiseDependencies> = async (request, dependencies) => {
  const eventId = request.params.eventId ?? '';
  const reading = parseForm(publishForm, request.fields);
  if (reading.kind === 'invalid') return again(eventId, reading.kept, reading.errors, dependencies);
  const correction = reading.value.correction ?? '';
  const { takeDown } = reading.value;
  const kept = fill(publishForm, { correction, takeDown });
  const outcome = await dependencies.publish({ eventId, correction, takeDown, actor: actorOf(request), now: request.now });
  const refuse = (message: string) => again(eventId, kept, [{ field: 'reflections', id: 'reflections', message }], dependencies);
  switch (outcome.kind) {
    case 'published':
    case 'unchanged':
      return done(reportPath(eventId), { slug: outcome.slug, edition: outcome.edition.number, address: `/reports/${outcome.slug}` });
    case 'open':
      return refuse(words.console.open(outcome.unthemed));
    case 'correction-needed':
      return again(eventId, kept, [correctionMissing()], dependencies);
    case 'too-large':
      return refuse(words.console.tooLargeEdition);
    case 'changed-meanwhile':
      return refuse(words.console.changedMeanwhile);
    case 'themes-unavailable':
      return problem(503, words.console.blocked, words.console.unavailable);
    case 'no-draft':
      return problem(404, words.console.title, words.console.noDraft);
    case 'unknown-event':
      return notFound('event');
  }
};

/** The overview again, with what was entered and what stands in the way. */
async function again(
  eventId: string,
  kept: ReturnType<typeof fill>,
  errors: readonly FieldError[],
  dependencies: OrganiseDependencies,
): Promise<Reply> {
  const looked = await lookAtReport(eventId, dependencies);
  if (looked.kind !== 'drafted') return notFound('report');
  const state = { kept, errors: errors.filter(({ field }) => field === 'correction') };
  return invalid(() => overviewPage({ network: dependencies.network, ...looked.overview, state, errors }), errors);
}
