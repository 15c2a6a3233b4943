import type { EventId, ReflectionId, RoomId } from '@convener/contracts';
import type { Consent } from '../domain/consent.ts';
import { dayOf, type KeptEvent } from '../domain/event.ts';
import { tellApart } from '../domain/points.ts';
import type { Reflection, Said } from '../domain/reflection.ts';
import { inBatches } from './again.ts';
import { byAttendee, byOrganiser } from './doing.ts';
import type { Doing, Ids, PublicPorts } from './ports.ts';

type MakePorts = Pick<PublicPorts, 'reflections' | 'ids'>;

interface Sending {
  readonly event: KeptEvent;
  readonly roomId: RoomId | undefined;
  /** The hidden id of the form; the same sending twice is one. */
  readonly attempt: string | undefined;
}

/** Somebody says something for themselves. The path is that of their private link. */
export async function makeReflection(
  sending: Sending & { readonly said: Said },
  now: Date,
  ports: MakePorts & Pick<PublicPorts, 'links'>,
): Promise<{ readonly reflectionId: ReflectionId; readonly ownLink: `/${string}` }> {
  const { event, said } = sending;
  const reflection = await make(sending, { said, occurrence: 1, source: 'form' }, now, ports.ids);
  await ports.reflections.add(reflection, byAttendee(now, event.timeZone));
  const link = { purpose: 'own', eventId: event.eventId, reflectionId: reflection.id, version: reflection.linkVersion } as const;
  return { reflectionId: reflection.id, ownLink: await ports.links.mint(link) };
}

/**
 * A note-taker's points, each a reflection of the room. Sent again after a lost connection, what arrived before stays as it is and
 * the rest is added: `saved` counts both, because that is what the note-taker wants to know.
 */
export async function takeNotes(
  sending: Sending & { readonly points: readonly string[]; readonly consent: Consent },
  now: Date,
  ports: MakePorts,
): Promise<{ readonly saved: number; readonly added: number }> {
  const { event, consent, points } = sending;
  const doing = byAttendee(now, event.timeZone);
  const outcomes = await inBatches(tellApart(points), async ({ words, occurrence }) => {
    const reflection = await make(sending, { said: { words, consent }, occurrence, source: 'notes' }, now, ports.ids);
    return ports.reflections.add(reflection, doing);
  });
  return { saved: outcomes.length, added: outcomes.filter((outcome) => outcome === 'added').length };
}

export type EnteredByHand =
  | { readonly kind: 'entered'; readonly reflectionId: ReflectionId }
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'unknown-room' };

/** An organiser enters what came on paper or by phone. */
export async function enterByHand(
  entry: {
    readonly eventId: EventId;
    readonly roomId: RoomId | undefined;
    readonly attempt: string | undefined;
    readonly said: Said;
    readonly organiserId: string;
  },
  now: Date,
  ports: MakePorts & Pick<PublicPorts, 'events'>,
): Promise<EnteredByHand> {
  const ground = await ports.events.ground(entry.eventId);
  if (!ground) return { kind: 'unknown-event' };
  const known = entry.roomId === undefined || ground.rooms.value.rooms.some((room) => room.id === entry.roomId);
  if (!known) return { kind: 'unknown-room' };
  const sending = { event: ground.event, roomId: entry.roomId, attempt: entry.attempt };
  const reflection = await make(sending, { said: entry.said, occurrence: 1, source: 'organiser' }, now, ports.ids);
  const doing: Doing = byOrganiser({ kind: 'organiser', id: entry.organiserId }, now);
  await ports.reflections.add(reflection, doing);
  return { kind: 'entered', reflectionId: reflection.id };
}

async function make(
  { event, roomId, attempt }: Sending,
  { said, occurrence, source }: { readonly said: Said; readonly occurrence: number; readonly source: Reflection['source'] },
  now: Date,
  ids: Ids,
): Promise<Reflection> {
  const content = JSON.stringify([source, occurrence, said.words, said.consent]);
  return {
    id: await ids.reflection({ eventId: event.eventId, roomId, attempt, content }),
    eventId: event.eventId,
    roomId,
    source,
    day: dayOf(now, event.timeZone),
    linkVersion: 1,
    standing: { kind: 'open', themeIds: [], ...said },
  };
}
