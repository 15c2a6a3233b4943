import type { Edition, ReportContent } from '../domain/report.ts';
import { current, forGood, kinds, type Site } from './published.ts';
import { type ReportView, reportPage } from './report-page.tsx';
import { reportStyle } from './report-style.ts';
import { correctedText, reportText } from './report-text.ts';

interface EditionView {
  readonly content: ReportContent;
  readonly slug: string;
  /** Up to the one whose words these are. */
  readonly editions: readonly [Edition, ...Edition[]];
  /** Those that came after it; none of the newest. */
  readonly later?: readonly Edition[];
}

/**
 * An edition as files. Keys are the paths of the site. What pages refer to comes first and the page that people know comes last. The
 * edition's own copies stand as they were, with a word above of what was corrected since; the page and text at the report's address are
 * those of the latest.
 */
export function editionFiles(site: Site, { content, slug, editions, later = [] }: EditionView) {
  const style = reportStyle(site.network);
  const stylesheet = `/reports/assets/${style.file}`;
  const number = editions.at(-1)?.number ?? 1;
  const page = (shownAs: ReportView['shownAs']) => reportPage({ ...site, content, slug, editions, later, shownAs, stylesheet });
  const plain = reportText(content, editions);
  const asset = { key: `reports/assets/${style.file}`, body: style.css, contentType: kinds.css, cacheControl: forGood };
  const own = (text: string) => [
    { key: `reports/${slug}/editions/${number}.txt`, body: text, contentType: kinds.text, cacheControl: current },
    { key: `reports/${slug}/editions/${number}`, body: page('archived'), contentType: kinds.html, cacheControl: current },
  ];
  if (later.length > 0) return [asset, ...own(correctedText(`${site.baseUrl}/reports/${slug}`, content, editions, later))];
  return [
    asset,
    ...own(plain),
    { key: `reports/${slug}.txt`, body: plain, contentType: kinds.text, cacheControl: current },
    { key: `reports/${slug}`, body: page('current'), contentType: kinds.html, cacheControl: current },
  ];
}
