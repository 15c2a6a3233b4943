/** What can be ticked, in the order in which it is shown. Never a reason, never a condition: only what would help. */
export const needKinds = [
  'live-captions',
  'bsl-interpreter',
  'other-interpreter',
  'materials-in-advance',
  'easy-read',
  'other-format',
  'chat-only',
  'small-group',
  'breaks',
  'technical-help',
  'own-supporter',
  'costs',
  'step-free-access',
  'hearing-loop',
  'quiet-room',
  'parking',
  'food',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** These mean something only where people come to a place. */
const inPersonOnly: ReadonlySet<NeedKind> = new Set(['step-free-access', 'hearing-loop', 'quiet-room', 'parking', 'food']);

/** What is offered for an event that is held like this. */
export function kindsFor(mode: 'online' | 'in-person' | 'hybrid'): readonly NeedKind[] {
  return mode === 'online' ? needKinds.filter((kind) => !inPersonOnly.has(kind)) : needKinds;
}

export const waysToTalk = ['email', 'phone', 'text-message', 'video-call', 'relay'] as const;
export type WayToTalk = (typeof waysToTalk)[number];

/** They would rather talk before anything is arranged. `when` is their own words: when it suits them, and a number where one is needed. */
export interface TalkFirst {
  readonly how: WayToTalk;
  readonly when: string;
}

export interface Answer {
  readonly kinds: readonly NeedKind[];
  readonly ownWords: string;
  readonly talkFirst: TalkFirst | undefined;
}

/** Which words somebody agreed to; the words of every version stay in `words.en.ts`. */
export interface ConsentText {
  readonly textId: string;
  readonly version: number;
}

/** Raised whenever the words of the consent change. */
export const currentConsent: ConsentText = { textId: 'access-consent', version: 1 };

export interface Consent extends ConsentText {
  readonly at: string;
}

/** One person's answer for one event. It cannot exist without consent. */
export interface Need {
  readonly eventId: string;
  readonly registrationId: string;
  readonly answer: Answer;
  readonly consent: Consent;
  readonly changedAt: string;
  readonly version: number;
}

export function sameAnswer(a: Answer, b: Answer): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain({ kinds, ownWords, talkFirst }: Answer) {
  return [[...kinds].sort(), ownWords, talkFirst ? [talkFirst.how, talkFirst.when] : []];
}
