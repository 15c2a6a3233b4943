import { type AroundKind, aroundKinds } from './around.ts';
import { type LetterTemplate, templateRules } from './letter-templates.ts';

/** Letters around an event whose words organisers may change, in the order in which people get them. */
export const editableLetters = [
  'requested',
  'confirmed',
  'waitlisted',
  'offered',
  'offer-declined',
  'offer-lapsed',
  'promoted',
  'cancelled',
  'reminder',
  'last-reminder',
  'joining',
  'joining-changed',
  'changed',
  'event-cancelled',
  'thanks',
  'report',
] as const;
export type EditableLetter = (typeof editableLetters)[number];

export const templateOf = {
  requested: 'registration.requested',
  confirmed: 'registration.confirmed',
  waitlisted: 'registration.waitlisted',
  offered: 'registration.offered',
  'offer-declined': 'registration.offer-declined',
  'offer-lapsed': 'registration.offer-lapsed',
  promoted: 'registration.promoted',
  cancelled: 'registration.cancelled',
  reminder: 'event.reminder',
  'last-reminder': 'event.last-reminder',
  joining: 'registration.joining',
  'joining-changed': 'registration.joining-changed',
  changed: 'event.changed',
  'event-cancelled': 'event.cancelled',
  thanks: 'event.thanks',
  report: 'report.published',
} as const satisfies Record<EditableLetter, LetterTemplate>;

export function isEditableLetter(name: string): name is EditableLetter {
  return editableLetters.some((letter) => letter === name);
}

export function isAroundKind(letter: EditableLetter): letter is AroundKind & EditableLetter {
  return aroundKinds.some((kind) => kind === letter);
}

export function letterOfTemplate(template: LetterTemplate): EditableLetter | undefined {
  return editableLetters.find((letter) => templateOf[letter] === template);
}

/** An organiser's own words for one letter about one event. Links and facts are no part of it: we add them, so that none is ever lost. */
export interface LetterText {
  readonly subject: string;
  readonly body: string;
}

/** What stands for something that differs from person to person or may still change. */
export const textFields = ['name', 'event', 'when', 'where', 'network'] as const;
export type TextField = (typeof textFields)[number];

/** A letter to an address that nobody has shown to be theirs carries nothing that was typed with it: no name stands in it. */
export function fieldsOf(letter: EditableLetter): readonly TextField[] {
  return isUnproven(letter) ? textFields.filter((field) => field !== 'name') : textFields;
}

export function isUnproven(letter: EditableLetter): boolean {
  return templateRules[templateOf[letter]].unproven === true;
}

/** Names in curly brackets that stand for nothing. */
export function unknownFields(text: string, known: readonly TextField[] = textFields): readonly string[] {
  const named = [...text.matchAll(/\{([^{}\n]{0,40})\}/g)].map(([, name = '']) => name.trim());
  const names: ReadonlySet<string> = new Set(known);
  return [...new Set(named.filter((name) => !names.has(name)))];
}

/** Puts values in, once: what somebody typed into a name is never taken for a field. */
export function filled(text: string, values: Readonly<Record<TextField, string>>): string {
  return text.replace(/\{\s*(\w+)\s*\}/g, (whole, name: string) => {
    const field = textFields.find((each) => each === name);
    return field ? values[field] : whole;
  });
}
