import { current, forGood, kinds, type Site } from './published.ts';
import { reportStyle } from './report-style.ts';
import { type ReportsListView, reportsListPage } from './reports-list-page.tsx';

/** The list of reports, at `/reports/`. */
export function listFiles(site: Site, reports: ReportsListView['reports']) {
  const style = reportStyle(site.network);
  return [
    { key: `reports/assets/${style.file}`, body: style.css, contentType: kinds.css, cacheControl: forGood },
    {
      key: 'reports/',
      body: reportsListPage({ ...site, reports, stylesheet: `/reports/assets/${style.file}` }),
      contentType: kinds.html,
      cacheControl: current,
    },
  ];
}
