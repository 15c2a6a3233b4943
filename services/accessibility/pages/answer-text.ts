import { longDate } from '@convener/writing/dates';
import type { TellingWords } from '../domain/arrangement.ts';
import type { EventOutline } from '../domain/event.ts';
import { answerWords } from '../words.answer.en.ts';

const words = answerWords;

/** A paragraph, or the points of a list. */
export type Part = { readonly kind: 'heading'; readonly text: string } | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** An answer in its usual words. */
export function partsOf({ provided, cannot, contact }: TellingWords): readonly Part[] {
  return [
    ...(provided ? [heading(words.provided), lines(provided)] : []),
    ...(cannot
      ? [heading(words.cannot), lines(`${words.reason}: ${cannot.reason}`), lines(`${words.alternative}: ${cannot.alternative}`)]
      : []),
    heading(words.contact),
    lines(contact),
  ];
}

/** In easy-to-read words: what it is about, one thing in a line, a person to talk to. */
export function easyPartsOf({ provided, cannot, contact }: TellingWords, event: EventOutline): readonly Part[] {
  const { easy } = words;
  return [
    { kind: 'lines', lines: [easy.about(event.title), easy.when(longDate(event.startsAt, event.timeZone))] },
    ...(provided ? [heading(easy.will), { kind: 'lines', lines: sentencesOf(provided) } as const] : []),
    ...(cannot
      ? [
          heading(easy.cannot),
          { kind: 'lines', lines: [easy.why, ...sentencesOf(cannot.reason)] } as const,
          { kind: 'lines', lines: [easy.instead, ...sentencesOf(cannot.alternative)] } as const,
        ]
      : []),
    heading(easy.talk),
    lines(contact),
    lines(easy.reply),
  ];
}

/** The same as plain text, for a file and for a mail. */
export function asText(title: string, parts: readonly Part[]): string {
  const body = parts.map((part) => (part.kind === 'heading' ? `\n${part.text}\n` : part.lines.join('\n')));
  return `${title}\n${'='.repeat(title.length)}\n${body.join('\n')}\n`;
}

function heading(text: string): Part {
  return { kind: 'heading', text };
}

function lines(text: string): Part {
  return { kind: 'lines', lines: text.split('\n').filter((line) => line.trim() !== '') };
}

/** One sentence in a line. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n|(?<=[.!?])\s+(?=\p{Lu})/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
