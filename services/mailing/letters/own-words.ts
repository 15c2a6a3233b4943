import { whenForAll } from '@convener/writing/dates';
import { filled, type LetterText } from '../domain/letter-texts.ts';
import type { EventLook, Person } from '../use-cases/ports.ts';
import { letterWords as words } from './letter-words.en.ts';

interface Look {
  readonly network: { readonly name: string };
}

/** An organiser's words with what their fields stand for. */
export function inOwnWords({ subject, body }: LetterText, person: Person, event: EventLook, look: Look) {
  return { subject: filled(subject, valuesFor(person, event, look)), paragraphs: paragraphsIn(body, person, event, look) };
}

export const paragraphsIn = (body: string, person: Person, event: EventLook, look: Look) =>
  paragraphsOf(filled(body, valuesFor(person, event, look)));

function valuesFor({ name }: Person, event: EventLook, { network }: Look) {
  return {
    name,
    event: event.title,
    when: whenForAll(event),
    where: event.place || words.modes[event.mode],
    network: network.name,
  };
}

const paragraphsOf = (text: string) => text.split(/\n{2,}/).map((each) => each.trim());
