import type { Block } from '@convener/mail/content';
import type { Person } from '../use-cases/ports.ts';
import type { LetterContext } from '../use-cases/send-ports.ts';
import { letterWords } from './letter-words.en.ts';
import { inOwnWords } from './own-words.ts';
import { button } from './place-letters.ts';

interface Look {
  readonly network: { readonly name: string };
  readonly baseUrl: string;
}

const words = letterWords.report;

/** A link to the report, never the file: what was corrected since is what people read. The link is no part of an organiser's words. */
export function aboutReport(
  person: Person,
  { event, report, text }: LetterContext,
  look: Look,
): { readonly subject: string; readonly blocks: readonly Block[] } | undefined {
  if (!report || !event) return undefined;
  const own = text && inOwnWords(text, person, event, look);
  const subject = own?.subject ?? (report.title || words.title(event.title));
  const paragraph = (said: string): Block => ({ kind: 'paragraph', text: said });
  return {
    subject,
    blocks: [
      { kind: 'heading', text: subject },
      paragraph(letterWords.greeting(person.name)),
      ...(own?.paragraphs ?? [words.body(event.title)]).map(paragraph),
      button(words.button, `${look.baseUrl}/reports/${report.slug}`, look),
      ...(own ? [] : [paragraph(words.after)]),
    ],
  };
}
