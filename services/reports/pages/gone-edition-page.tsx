import { type NetworkSettings, publicPage } from '@convener/http';
import { words } from '../words.en.ts';

/** Where an edition was that was taken down: what became of it, and the way to the report as it stands. */
export function goneEditionPage({ network, slug }: { readonly network: NetworkSettings; readonly slug: string }): string {
  return publicPage({
    title: words.gone.title,
    network,
    section: 'reports',
    robots: 'noindex',
    main: (
      <>
        <h1>{words.gone.title}</h1>
        <p>{words.gone.explain}</p>
        <p>
          <a href={`/reports/${slug}`}>{words.gone.newest}</a>
        </p>
      </>
    ),
  });
}
