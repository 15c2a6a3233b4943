import { type Block, type LetterContent, letterHtml, letterText } from '@convener/mail';
import type { AlertReason } from '../domain/alerts.ts';
import type { Telling } from '../domain/arrangement.ts';
import { type Brief, briefParts } from '../domain/brief.ts';
import type { EventOutline } from '../domain/event.ts';
import type { AnswerFormat, Need } from '../domain/need.ts';
import { letterWords as words } from '../words.letters.en.ts';
import { supplierWords } from '../words.suppliers.en.ts';
import { easyPartsOf, type Part, partsOf } from './answer-text.ts';

export interface LetterLook {
  readonly network: { readonly name: string; readonly colour: string };
  readonly baseUrl: string;
}

interface Printed {
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
}

/** The letters that this service writes itself: nothing of them is kept. */
export function letterPress({ network, baseUrl }: LetterLook) {
  const print = (subject: string, blocks: readonly Block[], footer: string): LetterContent => ({
    lang: 'en',
    subject,
    network,
    blocks,
    footer: [{ kind: 'small', text: footer }],
  });
  return {
    /** To an owner: neither what it is nor for whom. */
    alert: (event: EventOutline, because: AlertReason): Printed => {
      const { subject, text, button, who, footer } = words.alert;
      const url = `${baseUrl}/organise/events/${event.eventId}/access`;
      const blocks: readonly Block[] = [
        { kind: 'paragraph', text: text[because] },
        { kind: 'button', text: button, url },
        { kind: 'paragraph', text: who },
      ];
      const content = print(subject, blocks, footer(network.name));
      return { subject, text: letterText(content), html: letterHtml(content) };
    },

    /** To somebody who chose to have the answer in the mail, in the format that they prefer. */
    answer: (
      event: EventOutline,
      need: Need,
      telling: Telling,
      person: { readonly name: string; readonly format: 'html' | 'text' },
    ): Printed => {
      const { subject, hello, button, footer } = words.answer;
      const parts = need.answerFormat === 'easy-read' ? easyPartsOf(telling, event) : partsOf(telling);
      const blocks: readonly Block[] = [
        { kind: 'paragraph', text: hello(person.name) },
        ...parts.flatMap(blocksOf),
        { kind: 'button', text: button, url: `${baseUrl}/my-place/access` },
      ];
      const content = print(subject, blocks, footer(network.name));
      const plain = need.answerFormat === 'plain-text' || person.format === 'text';
      return { subject, text: letterText(content), html: plain ? undefined : sized(letterHtml(content), need.answerFormat) };
    },

    /** To interpreters and captioners. */
    brief: (event: EventOutline, brief: Brief): Printed => {
      const { subject, text, footer } = words.brief;
      const title = subject(event.title);
      const parts = briefParts.filter((part) => brief[part].trim() !== '');
      const blocks: readonly Block[] = [
        { kind: 'heading', text: event.title },
        { kind: 'paragraph', text },
        ...parts.flatMap((part): Block[] => [
          { kind: 'paragraph', text: `${supplierWords.brief.parts[part]}:` },
          { kind: 'list', items: brief[part].split('\n').filter((line) => line.trim() !== '') },
        ]),
      ];
      const content = print(title, blocks, footer(network.name));
      return { subject: title, text: letterText(content), html: letterHtml(content) };
    },
  };
}

function blocksOf(part: Part): readonly Block[] {
  // A letter has one heading of its own kind; what is headed here is a line before its paragraphs.
  if (part.kind === 'heading') return [{ kind: 'paragraph', text: /[:.]$/.test(part.text) ? part.text : `${part.text}:` }];
  return part.lines.map((text) => ({ kind: 'paragraph', text }));
}

/** Letters carry their sizes in their styles; these two formats have them half as large again. */
function sized(html: string, format: AnswerFormat): string {
  if (format !== 'large-print' && format !== 'easy-read') return html;
  return html.replace(/font-size:\s?(\d+)px/g, (_all, size: string) => `font-size:${Math.round(Number(size) * 1.5)}px`);
}
