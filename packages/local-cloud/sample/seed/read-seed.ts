import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The seed's report, taken apart into what organisers enter: nothing in it is written twice, and no sentence is left out. */
export interface Seed {
  readonly title: string;
  readonly dateLine: string;
  readonly introduction: string;
  readonly context: { readonly heading: string; readonly prose: string };
  readonly speakers: readonly SeedSpeaker[];
  readonly question: string;
  readonly themes: readonly { readonly label: string; readonly prose: string }[];
}

export interface SeedSpeaker {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  /** Markdown: paragraphs, a list, a closing quote. */
  readonly section: string;
}

const headings = { context: 'Embedding co-production', speakers: 'Our speakers', discussion: 'Breakout discussions' } as const;
const questionLead = 'In our breakout groups, participants shared their reflections on the question: ';
const themesLead = 'Reflections from the discussion included:';

export function seedText(): string {
  return readFileSync(join(import.meta.dirname, 'event-report.txt'), 'utf8');
}

export function readSeed(): Seed {
  const lines = seedText()
    .split('\n')
    .filter((line) => line.trim() !== '');
  const at = (line: string) => {
    const position = lines.indexOf(line);
    if (position < 0) throw new Error(`The seed has no line "${line}".`);
    return position;
  };
  const [context, speakers, discussion, themes] = [at(headings.context), at(headings.speakers), at(headings.discussion), at(themesLead)];
  const question = lines.slice(discussion, themes).find((line) => line.startsWith(questionLead));
  return {
    title: (lines[0] ?? '').replace(/^Event report: /, ''),
    dateLine: lines[1] ?? '',
    introduction: lines.slice(2, context).join('\n\n'),
    context: { heading: headings.context, prose: lines.slice(context + 1, speakers).join('\n\n') },
    speakers: readSpeakers(lines.slice(speakers + 1, discussion)),
    question: (question ?? '').slice(questionLead.length),
    themes: lines.slice(themes + 1).map(readTheme),
  };
}

/** `Label: prose`, at the first colon. */
function readTheme(line: string) {
  const cut = line.indexOf(':');
  return { label: line.slice(0, cut), prose: line.slice(cut + 1).trim() };
}

/** A speaker's line is the only kind that is three short parts with commas and no full stop. */
function readSpeakers(lines: readonly string[]): readonly SeedSpeaker[] {
  const starts = lines.flatMap((line, position) => (/^[^.]{5,90}$/.test(line) && line.split(', ').length === 3 ? [position] : []));
  return starts.map((start, index) => {
    const [name = '', role = '', organisation = ''] = (lines[start] ?? '').split(', ');
    return { name, role, organisation, section: toMarkdown(lines.slice(start + 1, starts[index + 1])) };
  });
}

/** Lines after one that announces "three main ways:" are its list; a line with a speaker's own closing words is a quote. */
function toMarkdown(lines: readonly string[]): string {
  const announced = lines.findIndex((line) => line.endsWith('three main ways:'));
  return lines
    .map((line, position) => {
      if (/ concluded: “/.test(line)) return `> ${line}`;
      return announced >= 0 && position > announced && position <= announced + 3 ? `- ${line}` : line;
    })
    .join('\n\n')
    .replaceAll(/(^- .*)\n\n(?=- )/gm, '$1\n');
}
