import { composeLetter, type LetterParts, letterHtml, letterText } from '@convener/mail';
import { calendarPart } from '@convener/mail/calendar';
import type { Letter } from '../domain/letter.ts';
import { asLetterMayName, templateRules } from '../domain/letter-templates.ts';
import type { AddressKey, Links, Person } from '../use-cases/ports.ts';
import type { LetterContext, Press } from '../use-cases/send-ports.ts';
import { contentOf, type Look } from './content.ts';
import { letterWords } from './letter-words.en.ts';

export interface PressSettings extends Look {
  /** Address that letters come from. */
  readonly from: string;
}

/** Turns ids, a person and facts into the bytes that leave, in the format that the person prefers. */
export function press(settings: PressSettings, links: Pick<Links, 'unsubscribe'>, addressKey: AddressKey): Press {
  return async (letter, person, context) => {
    const unsubscribe = await unsubscribeLink(letter, person, links, addressKey);
    const content = contentOf(letter, readerOf(letter, person), context, unsubscribe, settings);
    if (!content) return { kind: 'incomplete' };
    const { name, contact } = settings.network;
    const composed = await composeLetter({
      from: { name, address: settings.from },
      to: { name: asLetterMayName(letter.template, person).name, address: person.address },
      ...(contact ? { replyTo: contact } : {}),
      subject: content.subject,
      text: letterText(content),
      ...(person.format === 'html' ? { html: letterHtml(content) } : {}),
      ...calendarFor(letter, person, context, settings),
      ...(unsubscribe ? { listUnsubscribe: { url: unsubscribe, oneClick: true } } : {}),
      // An out-of-office reply to a letter of ours helps nobody.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    return composed.kind === 'composed' ? { kind: 'printed', mime: composed.mime } : { kind: 'refused', reason: composed.part };
  };
}

/** A test letter reads as the preview does: a name stands where an organiser's words ask for one. */
function readerOf({ recipient }: Letter, person: Person): Person {
  return recipient.kind === 'tester' ? { ...person, name: letterWords.sampleName } : person;
}

/** The entry for their calendar: that they have a place, or have none any more. Who waits gets none, and a test letter enters nobody's. */
function calendarFor(letter: Letter, person: Person, { event }: LetterContext, settings: PressSettings): Pick<LetterParts, 'calendar'> {
  const { calendar } = templateRules[letter.template];
  if (!calendar || !event || letter.recipient.kind !== 'attendee') return {};
  if (calendar === 'place' && person.status !== 'confirmed') return {};
  // Who only waited was sent no entry that could be taken back.
  if (calendar === 'off' && person.hasOrHadPlace === false) return {};
  return {
    calendar: calendarPart({
      event: { ...event, eventId: event.id, factsVersion: event.version },
      place: { standing: calendar === 'place' ? 'has-place' : 'off', version: person.version ?? 0 },
      baseUrl: settings.baseUrl,
      now: new Date(letter.queuedAt),
      organiser: { name: settings.network.name, address: settings.network.contact || settings.from },
      attendee: person.address,
    }),
  };
}

async function unsubscribeLink(
  letter: Letter,
  person: Person,
  links: Pick<Links, 'unsubscribe'>,
  addressKey: AddressKey,
): Promise<string | undefined> {
  const { stream } = templateRules[letter.template];
  return stream && links.unsubscribe(await addressKey(person.address), stream);
}
