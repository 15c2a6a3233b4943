import type { Block, LetterContent } from '@convener/mail/content';
import type { RecipientKind } from '../domain/letter.ts';
import type { LetterTemplate } from '../domain/letter-templates.ts';
import type { Person } from '../use-cases/ports.ts';
import { invitationWords } from './invitation-words.en.ts';
import { letterWords as words } from './letter-words.en.ts';

interface Network {
  readonly name: string;
  readonly contact: string;
}

/** Who writes and why, and how to stop. */
export function footerOf(
  letter: { readonly template: LetterTemplate; readonly recipientKind: RecipientKind },
  person: Person,
  unsubscribe: string | undefined,
  { name, contact }: Network,
): LetterContent['footer'] {
  const small = (text: string, link?: { readonly text: string; readonly url: string }): Block => ({
    kind: 'small',
    text,
    ...(link ? { link } : {}),
  });
  const why = whyTheyGetIt(letter, unsubscribe !== undefined, name);
  return [
    ...(letter.recipientKind === 'tester' ? [small(words.footer.test)] : []),
    small(why),
    ...(unsubscribe ? [small(words.footer.unsubscribe, { text: words.footer.unsubscribeLink, url: unsubscribe })] : []),
    ...(unsubscribe && person.links.preferences
      ? [small(words.footer.preferences, { text: words.footer.preferencesLink, url: person.links.preferences })]
      : []),
    ...(contact ? [small(words.footer.contact(contact))] : []),
  ];
}

/** To whoever reads a test it says so, whatever the letter says to its readers. */
function whyTheyGetIt(
  { template, recipientKind }: { readonly template: LetterTemplate; readonly recipientKind: RecipientKind },
  ofStream: boolean,
  network: string,
): string {
  if (recipientKind === 'tester') return words.footer.tester(network);
  if (ofStream) return words.footer.report(network);
  if (template.startsWith('member.')) return words.footer.member(network);
  return recipientKind === 'organiser' ? invitationWords.footer(network) : words.footer.attendee(network);
}
