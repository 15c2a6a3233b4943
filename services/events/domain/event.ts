import type { EventFacts, EventId, Provision, Speaker } from '@convener/contracts';

export type Mode = EventFacts['mode'];

/** What organisers write of an event on its main form. */
export interface EventDetails {
  readonly title: string;
  readonly slug: string;
  readonly series: string;
  readonly purpose: string;
  /** Markdown. */
  readonly description: string;
  /** The description as HTML, made once as it is saved, so that the page which most people see first needs no Markdown parser. */
  readonly descriptionHtml: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: Mode;
  readonly place: string;
  readonly capacity: number;
  readonly registrationOpensAt: string;
  readonly registrationClosesAt: string;
  /** The breakout question, verbatim. */
  readonly question: string;
  /** Not public: it reaches only the confirmed, near the time. */
  readonly joiningLink: string;
  readonly joiningInstructions: string;
}

export interface EventLink {
  readonly id: string;
  readonly label: string;
  readonly url: string;
}

export type EventState =
  | { readonly kind: 'draft' }
  | { readonly kind: 'published'; readonly publishedAt: string }
  | { readonly kind: 'cancelled'; readonly cancelledAt: string };

/** What people may have put in their diaries. */
export interface FirstAnnounced {
  readonly startsAt: string;
  readonly mode: Mode;
}

export interface Event {
  readonly id: EventId;
  readonly timeZone: string;
  readonly state: EventState;
  readonly details: EventDetails;
  readonly speakers: readonly Speaker[];
  readonly links: readonly EventLink[];
  readonly provisions: readonly Provision[];
  /** As it was first announced; undefined while nobody has heard of it. Events published before this was kept do not say. */
  readonly publishedAs?: FirstAnnounced | undefined;
  /** Counts changes of link and instructions alone, so that registration can tell an older answer from a newer one. */
  readonly joiningVersion: number;
}

/** What may be told to everybody; the joining details are not in it. */
export function publicFacts(event: Event): EventFacts {
  const { joiningLink: _link, joiningInstructions: _instructions, descriptionHtml: _html, ...facts } = event.details;
  return {
    ...facts,
    eventId: event.id,
    timeZone: event.timeZone,
    speakers: [...event.speakers],
    links: event.links.map(({ label, url }) => ({ label, url })),
    provisions: [...event.provisions],
  };
}

/** A domain event is at most 16 KB, with its envelope: what is told of an event leaves room for that. In bytes of UTF-8. */
export const mostBytesTold = 14_000;

export function bytesTold(event: Event): number {
  return new TextEncoder().encode(JSON.stringify(publicFacts(event))).length;
}
