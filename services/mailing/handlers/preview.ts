import { type LetterContent, letterText } from '@convener/mail/content';
import type { OrganiseDependencies } from '../dependencies.ts';
import { templateRules } from '../domain/letter-templates.ts';
import { type Mailing, mailingKinds } from '../domain/mailing.ts';
import { contentOf } from '../letters/content.ts';
import { mailingWords } from '../words.mailings.en.ts';

/** A mailing's letter to nobody in particular; its personal links lead home. */
export async function previewOf(
  mailing: Mailing,
  { facts, network, baseUrl }: OrganiseDependencies,
): Promise<{ readonly content: LetterContent; readonly text: string } | undefined> {
  const { template } = mailingKinds[mailing.kind];
  const [event, report] = await Promise.all([facts.event(mailing.eventId), facts.report(mailing.eventId)]);
  const links = Object.fromEntries(templateRules[template].links.map((name) => [name, `${baseUrl}/`]));
  const person = { name: mailingWords.one.sample, address: '', format: 'html', status: 'confirmed', links } as const;
  const unsubscribe = templateRules[template].stream && `${baseUrl}/`;
  const letter = { template, recipient: { kind: 'attendee', id: '' } } as const;
  const look = { network: { name: network.name, colour: network.theme?.accent ?? '', contact: network.contact }, baseUrl };
  const content = contentOf(letter, person, { event, report, note: mailing.note }, unsubscribe, look);
  return content && { content, text: letterText(content) };
}
