import type { Stream } from './streams.ts';

/** Everything that mailing writes to one person. The name is all that a letter holds of its content. */
export const letterTemplates = [
  'registration.requested',
  'registration.repeated',
  'registration.link-requested',
  'registration.confirmed',
  'registration.waitlisted',
  'registration.promoted',
  'registration.cancelled',
  'registration.joining',
  'registration.message',
  'event.cancelled',
  'event.note',
  'member.join-requested',
  'member.repeated',
  'member.link-requested',
  'report.published',
] as const;
export type LetterTemplate = (typeof letterTemplates)[number];

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
}

const service = { stream: undefined } as const;

export const templateRules: Readonly<Record<LetterTemplate, TemplateRules>> = {
  'registration.requested': { ...service, unproven: true, links: ['confirm'], untrueWhen: ['confirmed', 'waitlisted', 'cancelled'] },
  'registration.repeated': { ...service, links: ['manage'], untrueWhen: ['cancelled'] },
  'registration.link-requested': { ...service, links: ['manage'], untrueWhen: [] },
  'registration.confirmed': { ...service, links: ['manage', 'calendar'], untrueWhen: ['cancelled'] },
  'registration.waitlisted': { ...service, links: ['manage'], untrueWhen: ['cancelled', 'confirmed'] },
  'registration.promoted': { ...service, links: ['manage', 'calendar'], untrueWhen: ['cancelled', 'waitlisted'] },
  'registration.cancelled': { ...service, links: [], untrueWhen: ['confirmed', 'waitlisted'] },
  'registration.joining': { ...service, links: ['joining'], untrueWhen: ['cancelled', 'waitlisted'] },
  // Says nothing of why: organisers who send somebody their link cause it, and so may others.
  'registration.message': { ...service, links: ['manage'], untrueWhen: [] },
  'event.cancelled': { ...service, links: [], untrueWhen: [] },
  'event.note': { ...service, links: ['manage'], untrueWhen: ['cancelled'] },
  'member.join-requested': { ...service, unproven: true, links: ['confirm'], untrueWhen: ['joined'] },
  'member.repeated': { ...service, links: ['preferences'], untrueWhen: ['pending'] },
  'member.link-requested': { ...service, links: ['preferences'], untrueWhen: ['pending'] },
  'report.published': { stream: 'reports', links: ['preferences'], untrueWhen: ['pending'] },
};

/** The person as a letter may name them. */
export function asLetterMayName<P extends { readonly name: string }>(template: LetterTemplate, person: P): P {
  return templateRules[template].unproven ? { ...person, name: '' } : person;
}
