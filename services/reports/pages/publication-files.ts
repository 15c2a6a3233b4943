import type { NetworkSettings } from '@convener/http';
import type { Edition, ReportContent } from '../domain/report.ts';
import { type ReportView, reportPage } from './report-page.tsx';
import { reportStyle } from './report-style.ts';
import { reportText } from './report-text.ts';
import { type ReportsListView, reportsListPage } from './reports-list-page.tsx';

interface Site {
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

interface EditionView {
  readonly content: ReportContent;
  readonly slug: string;
  readonly editions: readonly [Edition, ...Edition[]];
}

const html = 'text/html; charset=utf-8';
const text = 'text/plain; charset=utf-8';
const css = 'text/css; charset=utf-8';
const forGood = 'public, max-age=31536000, immutable';
/** A correction is everywhere after a minute; a copy may be shown for a week while the bucket does not answer. */
const current = 'public, max-age=60, stale-while-revalidate=60, stale-if-error=604800';

/**
 * An edition as files. Keys are the paths of the site. What pages refer to comes first and the page that people know comes last. The
 * edition's own copies stand for good; the page and text at the report's address are those of the latest.
 */
export function editionFiles(site: Site, { content, slug, editions }: EditionView) {
  const style = reportStyle(site.network);
  const stylesheet = `/reports/assets/${style.file}`;
  const number = editions.at(-1)?.number ?? 1;
  const page = (shownAs: ReportView['shownAs']) => reportPage({ ...site, content, slug, editions, shownAs, stylesheet });
  const plain = reportText(content, editions);
  return [
    { key: `reports/assets/${style.file}`, body: style.css, contentType: css, cacheControl: forGood },
    { key: `reports/${slug}/editions/${number}.txt`, body: plain, contentType: text, cacheControl: current },
    { key: `reports/${slug}/editions/${number}`, body: page('archived'), contentType: html, cacheControl: current },
    { key: `reports/${slug}.txt`, body: plain, contentType: text, cacheControl: current },
    { key: `reports/${slug}`, body: page('current'), contentType: html, cacheControl: current },
  ];
}

/** The list of reports, at `/reports/`. */
export function listFiles(site: Site, reports: ReportsListView['reports']) {
  const style = reportStyle(site.network);
  return [
    { key: `reports/assets/${style.file}`, body: style.css, contentType: css, cacheControl: forGood },
    {
      key: 'reports/',
      body: reportsListPage({ ...site, reports, stylesheet: `/reports/assets/${style.file}` }),
      contentType: html,
      cacheControl: current,
    },
  ];
}
