import type { EventFacts, Provision, Speaker } from '@convener/contracts';
import { bytesTold, type Event, type EventDetails, type EventLink, mostBytesTold, publicFacts } from './event.ts';

/** What organisers can do with an event. */
export type Command =
  | { readonly kind: 'edit'; readonly details: EventDetails }
  | { readonly kind: 'set-speakers'; readonly speakers: readonly Speaker[] }
  | { readonly kind: 'set-links'; readonly links: readonly EventLink[] }
  | { readonly kind: 'set-provisions'; readonly provisions: readonly Provision[] }
  | { readonly kind: 'publish' }
  | { readonly kind: 'cancel' };

/** What the change says to other services. */
export type Announcement =
  | { readonly kind: 'published'; readonly facts: EventFacts }
  | { readonly kind: 'changed'; readonly facts: EventFacts; readonly changed: readonly string[] }
  | { readonly kind: 'cancelled'; readonly facts: EventFacts }
  | { readonly kind: 'joining-changed' };

export type Decision =
  | { readonly kind: 'changed'; readonly event: Event; readonly announcements: readonly Announcement[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'cancelled-already' }
  | { readonly kind: 'not-public' }
  /** All that is public of it together would be more than can be told to the other services. */
  | { readonly kind: 'too-much' };

/** Decides a command. Publishing twice changes nothing; a cancelled event stays as it was. */
export function decide(event: Event, command: Command, now: Date): Decision {
  if (event.state.kind === 'cancelled') return command.kind === 'cancel' ? { kind: 'unchanged' } : { kind: 'cancelled-already' };
  switch (command.kind) {
    case 'publish':
      return event.state.kind === 'published' ? { kind: 'unchanged' } : publish(event, now);
    case 'cancel':
      return event.state.kind === 'published' ? cancel(event, now) : { kind: 'not-public' };
    case 'edit':
      return edited(event, { ...event, details: command.details });
    case 'set-speakers':
      return edited(event, { ...event, speakers: command.speakers });
    case 'set-links':
      return edited(event, { ...event, links: command.links });
    case 'set-provisions':
      return edited(event, { ...event, provisions: command.provisions });
  }
}

function publish(event: Event, now: Date): Decision {
  const { startsAt, mode } = event.details;
  const published: Event = { ...event, state: { kind: 'published', publishedAt: now.toISOString() }, publishedAs: { startsAt, mode } };
  const joining: readonly Announcement[] = hasJoining(published) ? [{ kind: 'joining-changed' }] : [];
  return { kind: 'changed', event: published, announcements: [{ kind: 'published', facts: publicFacts(published) }, ...joining] };
}

function cancel(event: Event, now: Date): Decision {
  const cancelled: Event = { ...event, state: { kind: 'cancelled', cancelledAt: now.toISOString() } };
  return { kind: 'changed', event: cancelled, announcements: [{ kind: 'cancelled', facts: publicFacts(cancelled) }] };
}

function edited(before: Event, wanted: Event): Decision {
  const joiningMoved =
    before.details.joiningLink !== wanted.details.joiningLink || before.details.joiningInstructions !== wanted.details.joiningInstructions;
  const event: Event = joiningMoved ? { ...wanted, joiningVersion: before.joiningVersion + 1 } : wanted;
  const changed = changedFacts(publicFacts(before), publicFacts(event));
  if (changed.length === 0 && !joiningMoved) return { kind: 'unchanged' };
  if (bytesTold(event) > Math.max(mostBytesTold, bytesTold(before))) return { kind: 'too-much' };
  if (event.state.kind !== 'published') return { kind: 'changed', event, announcements: [] };
  return {
    kind: 'changed',
    event,
    announcements: [
      ...(changed.length > 0 ? [{ kind: 'changed' as const, facts: publicFacts(event), changed }] : []),
      ...(joiningMoved ? [{ kind: 'joining-changed' as const }] : []),
    ],
  };
}

function hasJoining(event: Event): boolean {
  return event.details.joiningLink !== '' || event.details.joiningInstructions !== '';
}

function changedFacts(before: EventFacts, after: EventFacts): readonly string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([name, value]) => (JSON.stringify(old.get(name)) === JSON.stringify(value) ? [] : [name]));
}
