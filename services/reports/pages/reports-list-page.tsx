import { type NetworkSettings, publicPage } from '@convener/http';
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
  return publicPage({
    title: words.list.title,
    network,
    keptWith: { stylesheet },
    robots: 'index',
    description: words.list.description,
    canonical: `${baseUrl}/reports/`,
    section: 'reports',
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
