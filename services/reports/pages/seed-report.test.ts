import { baseUrl } from '@convener/testing/visitor';
import { describe, expect, test } from 'vitest';
import { readSeed, seedText } from '../../../packages/local-cloud/sample/seed/read-seed.ts';
import { adviceOn } from '../domain/checks.ts';
import type { ReportContent } from '../domain/report.ts';
import { network } from '../testing/report-service.ts';
import { reportPage } from './report-page.tsx';
import { reportText } from './report-text.ts';

/** The acceptance of the whole service: a report made of the seed's pieces is the seed again. */
const seed = readSeed();
const content: ReportContent = {
  title: seed.title,
  startsAt: '2024-11-20T10:00:00.000Z',
  endsAt: '2024-11-20T12:30:00.000Z',
  timeZone: 'Europe/London',
  mode: 'online',
  place: '',
  introduction: seed.introduction,
  context: seed.context,
  speakers: seed.speakers.map((speaker, position) => ({ id: `spk_${position}`, ...speaker })),
  question: seed.question,
  themes: seed.themes.map((theme) => ({ ...theme, spread: { rooms: 4, of: 6 } })),
  ending: '',
  showSpread: false,
};
const html = reportPage({ network, baseUrl, content, slug: 'seed', editions: [], shownAs: 'preview', stylesheet: '/s.css' });
const article = /<article[^>]*>(.*)<\/article>/s.exec(html)?.[1] ?? '';

/** What is read out, in order; blocks are apart from each other by a space. */
function wordsOf(markup: string): string {
  return markup
    .replace(/<\/(?:p|h\d|li|blockquote|ul|div|section|header)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

test('the plain text is the seed, line by line', () => {
  expect(reportText(content, []).trimEnd().split('\n')).toEqual(seedText().trimEnd().split('\n'));
});

test('the page says the same words in the same order', () => {
  expect(wordsOf(article)).toBe(seedText().replace(/\s+/g, ' ').trim());
});

describe('the page', () => {
  const count = (pattern: RegExp) => (article.match(pattern) ?? []).length;
  test('has one title, a heading for each section, speaker and theme', () => {
    expect([count(/<h1/g), count(/<h2/g), count(/<h3/g)]).toEqual([1, 3, 2 + 16]);
    expect([...article.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, heading]) => heading)).toEqual([
      'Embedding co-production',
      'Our speakers',
      'Breakout discussions',
    ]);
  });
  test('keeps the list a list, the closing quote a quote, the question apart and the themes a list of sixteen', () => {
    expect(article).toMatch(/in three main ways:<\/p>\s*<ul>\s*<li>National advisory panel/);
    expect(article).toMatch(/<blockquote>\s*<p>Annie-Marie concluded: “It's not easy/);
    expect(article.replaceAll(/<span class="unbroken">(.*?)<\/span>/g, '$1')).toContain(
      `<blockquote class="question"><p>${seed.question}</p></blockquote>`,
    );
    expect(/<ul class="themes">(.*)<\/ul>/s.exec(article)?.[1]?.match(/<li><h3/g)).toHaveLength(16);
  });
  test('loads nothing but its stylesheet, and runs nothing', () => {
    expect([...html.matchAll(/<(?:link|script|img|iframe)[^>]*>/g)].map(([tag]) => tag.slice(0, 60))).toEqual([
      '<link rel="canonical" href="https://events.example.org/repor',
      expect.stringMatching(/^<link rel="icon" href="data:image/),
      '<link rel="stylesheet" href="/s.css"/>',
      '<script type="application/ld+json">',
    ]);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<meta name="description" content="This learning event brought SCN members together');
  });
});

test('the advice finds what a careful reader finds in the seed', () => {
  const advice = adviceOn(content).map((each) => ('text' in each ? `${each.kind} ${each.text}` : each.kind));
  expect(advice).toEqual([
    'link-text More here',
    'named-differently Annie-Marie',
    'abbreviation SCN',
    'abbreviation FAST',
    'abbreviation VOICE',
  ]);
});
