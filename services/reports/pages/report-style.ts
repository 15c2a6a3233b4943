import { createHash } from 'node:crypto';
import type { NetworkSettings } from '@convener/http';
import { stylesheet } from '@convener/ui/assets';
import { themeCss } from '@convener/ui/theme';

/**
 * The stylesheet of published reports: the house's own with the network's colours, and what only a report has. It lies beside the reports
 * under the hash of its content, so that a report looks for good as it did when it was published.
 */
export function reportStyle({ theme }: Pick<NetworkSettings, 'theme'>): { readonly file: string; readonly css: string } {
  const css = `${stylesheet}${theme ? themeCss(theme) : ''}${reportRules}`;
  return { file: `report.${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`, css };
}

/** An empty marker and not none for the themes: Safari tells a list without markers as no list. */
const reportRules = `
.unbroken { white-space: nowrap; }
.report > header { padding-bottom: 1.6rem; border-bottom: 1px solid var(--line); margin-bottom: 2rem; }
.report h1 { margin-bottom: 0.9rem; font-size: clamp(1.9rem, 1.4rem + 2.2vw, 2.9rem); }
.report-kind { display: block; margin-bottom: 0.5rem; color: var(--accent); font: 600 1.125rem / 1.3 var(--sans); letter-spacing: 0.02em; }
.report-when { margin: 0; color: var(--soft); max-width: none; }
.report-opening { margin-bottom: 3rem; }
.report-opening > .prose > p:first-child { font: clamp(1.2rem, 1.1rem + 0.5vw, 1.4rem) / 1.5 var(--serif); }
.report > section { margin-block: 3.25rem; }
.report h2 { margin: 0 0 1.25rem; font-size: clamp(1.6rem, 1.3rem + 1.3vw, 2.1rem); }
.report h2::before { content: ""; display: block; width: 3rem; margin-bottom: 0.9rem; border-top: 0.3rem solid var(--glow); border-radius: 1rem; }
.report > .notice { margin-block: 0 2.25rem; }
.report .correction p { margin-bottom: 0; }
.report .correction + .correction { margin-top: 1rem; }
.speaker { margin-bottom: 2.25rem; padding: clamp(1.25rem, 4vw, 2.25rem); border: 1px solid var(--line); border-radius: calc(var(--round) * 2); background: var(--card); box-shadow: var(--shadow); }
.report .speaker h3 { margin: 0 0 1.1rem; font-size: 1.5rem; }
.speaker-role { display: block; margin-top: 0.2rem; color: var(--soft); font: 400 1.0625rem / 1.45 var(--sans); }
.speaker .prose { max-width: none; }
.speaker .prose > * { max-width: var(--measure); }
.speaker li + li { margin-top: 0.7rem; }
.speaker blockquote { margin-top: 1.6rem; }
.report blockquote > :last-child { margin-bottom: 0; }
.question { margin: 1.25rem 0 2.25rem; padding: clamp(1.4rem, 5vw, 2.5rem); border: 0; border-radius: calc(var(--round) * 2); background: var(--band); color: var(--on-band); font: 600 clamp(1.35rem, 1.1rem + 1.4vw, 1.9rem) / 1.35 var(--serif); text-wrap: balance; }
.question p { max-width: none; }
.themes { max-width: none; margin: 1.5rem 0 0; padding: 0; border-bottom: 1px solid var(--line); list-style-type: ""; }
.report .themes li { display: grid; gap: 0.35rem 2rem; margin: 0; padding: 1.15rem 0; border-top: 1px solid var(--line); }
.report .themes h3 { margin: 0; font-size: 1.2rem; line-height: 1.35; text-wrap: balance; }
.themes h3:target { outline: 3px solid var(--glow); outline-offset: 6px; border-radius: 2px; }
.themes .prose > :last-child { margin-bottom: 0; }
.spread { margin: 0.4rem 0 0; color: var(--soft); font-size: 1rem; }
.report-about { margin-top: 3.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--soft); }
.report-about p { margin-bottom: 0.2rem; }
.report-about h2 { margin: 1.5rem 0 0.4rem; font: 600 1.125rem / 1.3 var(--sans); }
.report-about a, .reports-list a { display: inline-flex; align-items: center; min-height: 2.75rem; }
.reports-list { max-width: none; padding: 0; list-style: none; }
.reports-list li { margin: 0; padding: 1.1rem 0; border-top: 1px solid var(--line); }
.reports-list a { min-height: 0; font: 600 1.4rem / 1.3 var(--serif); }
.reports-list p { margin: 0.3rem 0 0; color: var(--soft); }
@media (min-width: 52rem) { .report .themes li { grid-template-columns: 15rem minmax(0, 1fr); } }
@media (forced-colors: active) { .question, .speaker { border: 2px solid CanvasText; } .report h2::before { border-color: CanvasText; } }
@media print {
  @page { margin: 18mm 16mm; }
  html { font-size: 10.5pt; }
  .report h1 { font-size: 22pt; }
  .report h2 { font-size: 15pt; }
  .report > section { margin-block: 1.8rem; }
  .report-opening > .prose > p:first-child { font-size: 1.2rem; }
  .speaker { padding: 0; border: 0; box-shadow: none; }
  .question { padding: 0.8rem 1.1rem; border: 2pt solid; background: none; color: #000; font-size: 13pt; }
  .report .themes li { display: grid; grid-template-columns: 13rem minmax(0, 1fr); padding: 0.7rem 0; break-inside: avoid; }
  .report p, .report li { orphans: 3; widows: 3; }
  blockquote { break-inside: avoid; }
  .foot nav, .report-about :is(a, h2, ul) { display: none; }
}
`;
