import { markdownAsLines } from '@convener/ui/markdown';
import { dateLine, dayInWords } from '../domain/date-line.ts';
import type { Edition, ReportContent } from '../domain/report.ts';
import { words } from '../words.en.ts';

/** The whole report as plain text, a line a paragraph, in the order of the page. */
export function reportText(content: ReportContent, editions: readonly Edition[]): string {
  return `${[...opening(content, editions), ...speakers(content), ...discussion(content), ...markdownAsLines(content.ending)].join('\n')}\n`;
}

/** An earlier edition, with a word above of what was corrected since and where the newest is. */
export function correctedText(newest: string, content: ReportContent, editions: readonly Edition[], later: readonly Edition[]): string {
  const edition = editions.at(-1);
  const above = [
    ...(edition ? [words.report.archived(edition.number, dayInWords(edition.publishedAt, content.timeZone))] : []),
    ...correctionLines(later, content),
    `${words.report.newest}: ${newest}`,
    '',
  ];
  return `${above.join('\n')}\n${reportText(content, editions)}`;
}

function correctionLines(editions: readonly Edition[], { timeZone }: ReportContent): readonly string[] {
  return correctionsOf(editions).map(
    ({ publishedAt, correction }) =>
      `${words.report.corrected(dayInWords(publishedAt, timeZone))} ${markdownAsLines(correction).join(' ')}`,
  );
}

function opening(content: ReportContent, editions: readonly Edition[]): readonly string[] {
  const { context } = content;
  return [
    words.report.title(content.title),
    whenAndWhere(content),
    ...correctionLines(editions, content),
    ...markdownAsLines(content.introduction),
    ...(hasContext(content) ? [context.heading, ...markdownAsLines(context.prose)].filter((line) => line !== '') : []),
  ];
}

function speakers(content: ReportContent): readonly string[] {
  const spoke = speakersWithSection(content);
  if (spoke.length === 0) return [];
  return [words.report.speakers, ...spoke.flatMap((speaker) => [speakerLine(speaker), ...markdownAsLines(speaker.section)])];
}

function discussion(content: ReportContent): readonly string[] {
  const { question, themes } = content;
  if (question === '' && themes.length === 0) return [];
  return [
    words.report.discussion,
    ...(question === '' ? [] : [`${words.report.questionLead} ${oneLine(question)}`]),
    ...(themes.length === 0 ? [] : [words.report.themesLead]),
    ...themes.flatMap((theme) => themeLines(theme, content.showSpread)),
  ];
}

function themeLines(theme: ReportContent['themes'][number], showSpread: boolean): readonly string[] {
  const [first = '', ...more] = markdownAsLines(theme.prose);
  const lines = [first === '' ? theme.label : `${theme.label}: ${first}`, ...more];
  const spread = showSpread ? spreadOf(theme) : undefined;
  return spread === undefined ? lines : [...lines.slice(0, -1), `${lines.at(-1)} (${spread})`];
}

/** Undefined where it would say nothing: with a single room, or none. */
export function spreadOf({ spread }: Pick<ReportContent['themes'][number], 'spread'>): string | undefined {
  return spread.of > 1 ? words.report.spread(spread.rooms, spread.of) : undefined;
}

export function whenAndWhere(content: ReportContent): string {
  return dateLine(content, words.report.where[content.mode](oneLine(content.place)));
}

/** The latest first: it is what somebody who comes back wants to know. */
export function correctionsOf(editions: readonly Edition[]): readonly Edition[] {
  return editions.filter(({ correction }) => correction !== '').reverse();
}

export function hasContext({ context }: ReportContent): boolean {
  return context.heading !== '' || context.prose.trim() !== '';
}

/** A speaker of whom nothing is written yet is left out, as the advice says. */
export function speakersWithSection(content: ReportContent): ReportContent['speakers'] {
  return content.speakers.filter(({ section }) => section.trim() !== '');
}

export function speakerLine({
  name,
  role,
  organisation,
}: {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}): string {
  return [name, role, organisation].filter((part) => part !== '').join(', ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
