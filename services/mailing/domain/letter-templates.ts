import type { Stream } from './streams.ts';

/** Everything that mailing writes to one person. The name is all that a letter holds of its content. */
export const letterTemplates = [
  'registration.requested',
  'registration.repeated',
  'registration.link-requested',
  'registration.confirmed',
  'registration.waitlisted',
  'registration.offered',
  'registration.offer-declined',
  'registration.offer-lapsed',
  'registration.promoted',
  'registration.cancelled',
  'registration.joining',
  'registration.joining-changed',
  'registration.message',
  'event.reminder',
  'event.last-reminder',
  'event.changed',
  'event.thanks',
  'event.cancelled',
  'event.note',
  'member.join-requested',
  'member.repeated',
  'member.link-requested',
  'organiser.invited',
  'report.published',
] as const;
export type LetterTemplate = (typeof letterTemplates)[number];

/** Letters that follow from one person's own doing, belong to no mailing, and are counted for their event all the same. */
export const sentOneByOne = [
  'registration.requested',
  'registration.confirmed',
  'registration.waitlisted',
  'registration.offered',
  'registration.offer-declined',
  'registration.offer-lapsed',
  'registration.promoted',
  'registration.cancelled',
] as const satisfies readonly LetterTemplate[];
export type SentOneByOne = (typeof sentOneByOne)[number];

export function isSentOneByOne(template: LetterTemplate): template is SentOneByOne {
  return sentOneByOne.some((each) => each === template);
}

export interface TemplateRules {
  /** Links that their owner mints for it. */
  readonly links: readonly string[];
  /** What the recipient's status must not have become since: a letter that is no longer true is not sent. */
  readonly untrueWhen: readonly string[];
  /** The network stream that it belongs to; none for service letters, which unsubscribing never stops. */
  readonly stream: Stream | undefined;
  /**
   * Whoever typed the address has not shown yet that it is theirs. Such a letter carries nothing else of what they typed, or anybody could
   * send a message of their own to anybody in the network's name.
   */
  readonly unproven?: true;
  /** How long it is worth sending: not once its event was called off, nor once it has begun or is over. */
  readonly goodUntil?: 'called-off' | 'start' | 'end';
  /** What it says to calendars: that there is a place, or that there is none any more. */
  readonly calendar?: 'place' | 'off';
}

const service = { stream: undefined } as const;
const withoutPlace = ['cancelled', 'waitlisted', 'offered', 'pending'];
const backIn = ['pending', 'confirmed', 'waitlisted', 'offered'];

export const templateRules: Readonly<Record<LetterTemplate, TemplateRules>> = {
  'registration.requested': { ...service, unproven: true, links: ['confirm'], untrueWhen: ['confirmed', 'waitlisted', 'cancelled'] },
  'registration.repeated': { ...service, links: ['manage'], untrueWhen: ['cancelled'] },
  'registration.link-requested': { ...service, links: ['manage'], untrueWhen: [] },
  'registration.confirmed': { ...service, links: ['manage', 'calendar'], untrueWhen: ['cancelled'], calendar: 'place' },
  'registration.waitlisted': { ...service, links: ['manage'], untrueWhen: ['cancelled', 'confirmed'] },
  'registration.offered': {
    ...service,
    links: ['offer'],
    untrueWhen: ['pending', 'confirmed', 'waitlisted', 'cancelled'],
    goodUntil: 'called-off',
  },
  'registration.offer-declined': { ...service, links: [], untrueWhen: backIn, goodUntil: 'called-off' },
  'registration.offer-lapsed': { ...service, links: ['manage'], untrueWhen: backIn, goodUntil: 'called-off' },
  'registration.promoted': { ...service, links: ['manage', 'calendar'], untrueWhen: withoutPlace, calendar: 'place' },
  'registration.cancelled': { ...service, links: [], untrueWhen: backIn, calendar: 'off' },
  'registration.joining': { ...service, links: ['joining'], untrueWhen: withoutPlace, goodUntil: 'end' },
  'registration.joining-changed': { ...service, links: ['joining'], untrueWhen: withoutPlace, goodUntil: 'end' },
  'event.reminder': { ...service, links: ['manage'], untrueWhen: withoutPlace, goodUntil: 'start' },
  'event.last-reminder': { ...service, links: ['manage'], untrueWhen: withoutPlace, goodUntil: 'start' },
  'event.changed': {
    ...service,
    links: ['manage', 'calendar'],
    untrueWhen: ['cancelled', 'pending'],
    goodUntil: 'called-off',
    calendar: 'place',
  },
  // Who was let in from the waiting list came, and is thanked.
  'event.thanks': { ...service, links: ['manage'], untrueWhen: ['cancelled', 'offered', 'pending'], goodUntil: 'called-off' },
  // Says nothing of why: organisers who send somebody their link cause it, and so may others.
  'registration.message': { ...service, links: ['manage'], untrueWhen: [] },
  'event.cancelled': { ...service, links: [], untrueWhen: [], calendar: 'off' },
  'event.note': { ...service, links: ['manage'], untrueWhen: ['cancelled'] },
  'member.join-requested': { ...service, unproven: true, links: ['confirm'], untrueWhen: ['joined'] },
  'member.repeated': { ...service, links: ['preferences'], untrueWhen: ['pending'] },
  'member.link-requested': { ...service, links: ['preferences'], untrueWhen: ['pending'] },
  'organiser.invited': { ...service, links: [], untrueWhen: ['active'] },
  'report.published': { stream: 'reports', links: ['preferences'], untrueWhen: ['pending'] },
};

/** Whether time has overtaken a letter: its event is off, has begun, or what it offers is gone. */
export function isOvertaken(
  template: LetterTemplate,
  event: { readonly startsAt: string; readonly endsAt: string; readonly cancelled: boolean } | undefined,
  person: { readonly offerUntil?: string | undefined },
  now: Date,
): boolean {
  const at = now.toISOString();
  if (template === 'registration.offered' && person.offerUntil !== undefined && person.offerUntil <= at) return true;
  const { goodUntil } = templateRules[template];
  if (!goodUntil || !event) return false;
  return event.cancelled || (goodUntil === 'start' && event.startsAt <= at) || (goodUntil === 'end' && event.endsAt <= at);
}

/** The person as a letter may name them. */
export function asLetterMayName<P extends { readonly name: string }>(template: LetterTemplate, person: P): P {
  return templateRules[template].unproven ? { ...person, name: '' } : person;
}
