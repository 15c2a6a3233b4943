import { type FieldError, fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, invalid, notFound, problem, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { correctionMissing, publishForm } from '../pages/forms.ts';
import { notDraftedPage, overviewPage } from '../pages/overview-page.tsx';
import { composeReport } from '../use-cases/compose-report.ts';
import { lookAtReport } from '../use-cases/look-at-report.ts';
import { publishReport } from '../use-cases/publish-report.ts';
import { words } from '../words.en.ts';
import { actorOf, reportPath } from './outcome.ts';

type ReportHandler = Handler<OrganiseDependencies>;

export const overview: ReportHandler = async ({ params }, dependencies) => {
  const { network } = dependencies;
  const looked = await lookAtReport(params.eventId ?? '', dependencies);
  switch (looked.kind) {
    case 'unknown-event':
      return problem(404, words.console.title, words.console.notPublic);
    case 'not-drafted':
      return answer(() => notDraftedPage({ network, facts: looked.facts }), { state: 'not-drafted' });
    case 'drafted':
      return answer(() => overviewPage({ network, ...looked.overview }), dataOf(looked.overview));
  }
};

function dataOf({ report, content, advice, themes, differs }: Omit<Parameters<typeof overviewPage>[0], 'network'>) {
  return { reportId: report.id, publication: report.publication, revisions: report.revisions, content, advice, themes, differs };
}

export const compose: ReportHandler = async (request, dependencies) => {
  const eventId = request.params.eventId ?? '';
  const outcome = await composeReport({ eventId, actor: actorOf(request), now: request.now }, dependencies);
  switch (outcome.kind) {
    case 'unknown-event':
      return problem(404, words.console.title, words.console.notPublic);
    case 'composed':
      return done(reportPath(eventId), { reportId: outcome.report.id }, { status: 201 });
    case 'there-already':
      return done(reportPath(eventId), { reportId: outcome.report.id });
  }
};

export const publish: ReportHandler = async (request, dependencies) => {
  const eventId = request.params.eventId ?? '';
  const reading = parseForm(publishForm, request.fields);
  if (reading.kind === 'invalid') return again(eventId, reading.kept, reading.errors, dependencies);
  const correction = reading.value.correction ?? '';
  const kept = fill(publishForm, { correction });
  const outcome = await publishReport({ eventId, correction, actor: actorOf(request), now: request.now }, dependencies);
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
