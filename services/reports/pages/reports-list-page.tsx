import type { NetworkSettings } from '@convener/http';
import { renderPage } from '@convener/ui';
import { dayInWords } from '../domain/date-line.ts';
import { words } from '../words.en.ts';

export interface ReportsListView {
  readonly network: NetworkSettings;
  readonly baseUrl: string;
  readonly stylesheet: string;
  /** In the order in which they are shown. */
  readonly reports: readonly { readonly slug: string; readonly title: string; readonly startsAt: string; readonly timeZone: string }[];
}

/** Every published report; a file like the reports themselves. */
export function reportsListPage({ network, baseUrl, stylesheet, reports }: ReportsListView): string {
  return renderPage({
    title: words.list.title,
    network,
    audience: 'public',
    keptWith: { stylesheet },
    robots: 'index',
    description: words.list.description,
    canonical: `${baseUrl}/reports/`,
    navigation: [
      { href: '/events', text: words.report.events },
      { href: '/reports/', text: words.report.reports, current: true },
    ],
    main: (
      <>
        <h1>{words.list.title}</h1>
        <p>{words.list.description}</p>
        {reports.length === 0 && <p>{words.list.none}</p>}
        <ul class="reports-list">
          {reports.map(({ slug, title, startsAt, timeZone }) => (
            <li key={slug}>
              <a href={`/reports/${slug}`}>{title.replace(words.report.title(''), '')}</a>
              <p>{dayInWords(startsAt, timeZone)}</p>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}
