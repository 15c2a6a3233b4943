import { answer, file, type Handler, type HttpRequest, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { lookAtReport, type Overview } from '../use-cases/look-at-report.ts';
import { reportPath } from './outcome.ts';

type PreviewHandler = Handler<OrganiseDependencies>;

/** The very page, with the style from here: before the first edition there is none in the bucket. */
export const preview: PreviewHandler = async (request, dependencies) => {
  const draft = await draftOf(request, dependencies);
  if (!draft) return notFound('report');
  const { page } = await typesetAs(draft, dependencies);
  return answer(() => page, draft.content);
};

export const previewText: PreviewHandler = async (request, dependencies) => {
  const draft = await draftOf(request, dependencies);
  if (!draft) return notFound('report');
  const { text } = await typesetAs(draft, dependencies);
  return file('text/plain; charset=utf-8', text);
};

export const style: PreviewHandler = async (_request, { typesetter }) => file('text/css; charset=utf-8', await typesetter.style());

async function draftOf({ params }: HttpRequest, dependencies: OrganiseDependencies): Promise<Overview | undefined> {
  const looked = await lookAtReport(params.eventId ?? '', dependencies);
  return looked.kind === 'drafted' ? looked.overview : undefined;
}

function typesetAs({ content, report: { publication }, facts }: Overview, { typesetter }: OrganiseDependencies) {
  const published = publication.kind === 'published';
  return typesetter.preview({
    content,
    slug: published ? publication.slug : facts.slug,
    editions: published ? publication.editions : [],
    stylesheet: `${reportPath(facts.eventId)}/style.css`,
  });
}
