import { actorOf, answer, done, type Handler, problem } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { notDraftedPage, overviewPage } from '../pages/overview-page.tsx';
import { composeReport } from '../use-cases/compose-report.ts';
import { lookAtReport } from '../use-cases/look-at-report.ts';
import { words } from '../words.en.ts';
import { reportPath } from './outcome.ts';

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
