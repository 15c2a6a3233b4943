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

export const waysToTalk = ['email', 'phone', 'text-message', 'video-call', 'bsl-video-call', 'relay'] as const;
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

/** How somebody would like to have what we send them about this. `usual` is the page and a letter like any other. */
export const answerFormats = ['usual', 'large-print', 'plain-text', 'easy-read', 'phone'] as const;
export type AnswerFormat = (typeof answerFormats)[number];

/** How the answer is to reach them. */
export interface ReplyWish {
  readonly answerFormat: AnswerFormat;
  /** The number to ring, where the format is `phone`; empty otherwise. */
  readonly answerPhone: string;
  /** They chose to have the answer itself in the mail; otherwise the letter is neutral and leads to their place. */
  readonly answerByMail: boolean;
}

export const usualReply: ReplyWish = { answerFormat: 'usual', answerPhone: '', answerByMail: false };

export function sameReply(a: ReplyWish, b: ReplyWish): boolean {
  return a.answerFormat === b.answerFormat && a.answerPhone === b.answerPhone && a.answerByMail === b.answerByMail;
}

/** Which words somebody agreed to; the words of every version stay in `words.en.ts`. */
export interface ConsentText {
  readonly textId: string;
  readonly version: number;
}

/** Raised whenever the words of the consent change. */
export const currentConsent: ConsentText = { textId: 'access-consent', version: 2 };

/** How somebody told us what they did not write on their own page. */
export const waysTold = ['phone', 'in-person', 'letter'] as const;
export type WayTold = (typeof waysTold)[number];

/** The words that are read to them; those of every version stay in `words.by-voice.en.ts`. */
export const spokenConsent: ConsentText = { textId: 'access-consent-spoken', version: 1 };

/** Who heard their yes, by id, and how. */
export interface TakenDown {
  readonly by: string;
  readonly how: WayTold;
}

export interface ConsentGiven extends ConsentText {
  /** Where it was not given on their own page. */
  readonly takenDown?: TakenDown | undefined;
}

export interface Consent extends ConsentGiven {
  readonly at: string;
}

/** One person's answer for one event. It cannot exist without consent. */
export interface Need extends ReplyWish {
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
