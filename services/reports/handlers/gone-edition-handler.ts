import { answer, type Handler, type NetworkSettings, notFound, problem } from '@convener/http';
import { goneEditionPage } from '../pages/gone-edition-page.tsx';
import type { TakenDown } from '../use-cases/ports.ts';
import { words } from '../words.en.ts';

export interface EditionsDependencies {
  readonly takenDown: TakenDown;
  readonly network: NetworkSettings;
}

/** Asked only where the bucket has no such file: whether there ever was one. The plain text of an edition goes with its page. */
export const goneEdition: Handler<EditionsDependencies> = async ({ params, wants }, { takenDown, network }) => {
  const { slug = '', edition = '' } = params;
  const number = /^([1-9]\d{0,3})(\.txt)?$/.exec(edition)?.[1];
  if (number === undefined || !(await takenDown(slug, Number(number)))) return notFound('edition of a report');
  if (wants === 'json') return problem(410, words.gone.title, `${words.gone.explain} ${words.gone.at(`/reports/${slug}`)}`);
  return answer(() => goneEditionPage({ network, slug }), {}, { status: 410 });
};
