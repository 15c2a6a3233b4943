import type { Block } from '@convener/mail/content';
import { longDate, shortTime, zoneBeside } from '@convener/writing/dates';
import type { LetterTemplate } from '../domain/letter-templates.ts';
import type { EventLook, Person } from '../use-cases/ports.ts';
import { letterWords as words } from './letter-words.en.ts';

type PlaceTemplate = Exclude<LetterTemplate, `member.${string}` | 'organiser.invited' | 'report.published' | 'event.note'>;

/** Our own words for each letter about a place. */
export const placeWords = {
  'registration.requested': words.requested,
  'registration.repeated': words.repeated,
  'registration.link-requested': words.linkRequested,
  'registration.confirmed': words.confirmed,
  'registration.waitlisted': words.waitlisted,
  'registration.offered': words.offered,
  'registration.offer-declined': words.offerDeclined,
  'registration.offer-lapsed': words.offerLapsed,
  'registration.promoted': words.promoted,
  'registration.cancelled': words.cancelled,
  'registration.joining': words.joining,
  'registration.joining-changed': words.joiningChanged,
  'registration.message': words.message,
  'event.reminder': words.reminder,
  'event.last-reminder': words.lastReminder,
  'event.changed': words.changed,
  'event.thanks': words.thanks,
  'event.cancelled': words.eventCancelled,
} as const satisfies Record<PlaceTemplate, object>;

export function momentAt(instant: string, event: Pick<EventLook, 'timeZone' | 'mode' | 'startsAt'>): string {
  const { timeZone } = event;
  return `${longDate(instant, timeZone)}, ${shortTime(instant, timeZone)}${zoneBeside(event)}`;
}

/** What somebody who has yet to confirm can count on; it stays true for as long as they can confirm. */
export function promised({ toConfirm }: Person, event: EventLook): string {
  if (!toConfirm) return words.requested.notSaid;
  const { held, notHeld } = words.requested;
  return (toConfirm.placeHeld ? held : notHeld)(momentAt(toConfirm.until, event));
}

/** A link that its owner did not mint leads home rather than nowhere. */
export function button(text: string, url: string | undefined, { baseUrl }: { readonly baseUrl: string }): Block {
  return { kind: 'button', text, url: url ?? `${baseUrl}/` };
}

/** What its reader can do: links of their own, made by their owner. */
export function actionsOf(
  template: PlaceTemplate,
  { links, status }: Person,
  event: EventLook,
  look: { readonly baseUrl: string },
  manageText: string = words.manage,
): readonly Block[] {
  const manage = button(manageText, links.manage, look);
  const calendar: readonly Block[] = links.calendar ? [{ kind: 'link', text: words.calendar, url: links.calendar }] : [];
  const page = `${look.baseUrl}/events/${event.slug}`;
  switch (template) {
    case 'registration.requested':
      return [button(words.requested.button, links.confirm, look)];
    case 'registration.confirmed':
    case 'registration.promoted':
    case 'event.changed':
      return [manage, ...calendar];
    case 'registration.repeated':
    case 'registration.link-requested':
    case 'registration.waitlisted':
    case 'registration.message':
    case 'event.reminder':
    case 'event.last-reminder':
      return [manage];
    case 'event.thanks':
      // The page asks whoever had a place how it was; somebody let in from the waiting list finds there only what we hold of them.
      return [button(status === 'waitlisted' ? words.thanks.seePage : words.thanks.button, links.manage, look)];
    case 'registration.offered':
      return [button(words.offered.button, links.offer, look)];
    case 'registration.offer-lapsed':
      return [button(words.offerLapsed.button, links.manage, look)];
    case 'registration.offer-declined':
      return [button(words.offerDeclined.button, page, look)];
    case 'registration.cancelled':
      return [button(words.cancelled.button, page, look)];
    case 'registration.joining':
    case 'registration.joining-changed':
      return [button(words.joining.button, links.joining, look)];
    case 'event.cancelled':
      return [button(words.eventCancelled.button, `${look.baseUrl}/events`, look)];
  }
}
