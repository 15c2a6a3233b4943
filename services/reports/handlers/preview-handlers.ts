import { answer, file, type Handler, type HttpRequest, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { reportPage } from '../pages/report-page.tsx';
import { reportStyle } from '../pages/report-style.ts';
import { reportText } from '../pages/report-text.ts';
import { lookAtReport } from '../use-cases/look-at-report.ts';
import { reportPath } from './outcome.ts';

type PreviewHandler = Handler<OrganiseDependencies>;

/** The very page, with the style from here: before the first edition there is none in the bucket. */
export const preview: PreviewHandler = async (request, dependencies) => {
  const looked = await draftOf(request, dependencies);
  if (!looked) return notFound('report');
  const { network, baseUrl } = dependencies;
  const { content, report, facts } = looked;
  const { publication } = report;
  const slug = publication.kind === 'published' ? publication.slug : facts.slug;
  const editions = publication.kind === 'published' ? publication.editions : [];
  const stylesheet = `${reportPath(facts.eventId)}/style.css`;
  return answer(() => reportPage({ network, baseUrl, content, slug, editions, shownAs: 'preview', stylesheet }), content);
};

export const previewText: PreviewHandler = async (request, dependencies) => {
  const looked = await draftOf(request, dependencies);
  if (!looked) return notFound('report');
  const { publication } = looked.report;
  return file('text/plain; charset=utf-8', reportText(looked.content, publication.kind === 'published' ? publication.editions : []));
};

export const style: PreviewHandler = async (_request, { network }) => file('text/css; charset=utf-8', reportStyle(network).css);

async function draftOf({ params }: HttpRequest, dependencies: OrganiseDependencies) {
  const looked = await lookAtReport(params.eventId ?? '', dependencies);
  return looked.kind === 'drafted' ? looked.overview : undefined;
}
