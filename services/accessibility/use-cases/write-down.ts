import type { Spoken, Teller } from '../domain/by-voice.ts';
import { phaseOf } from '../domain/event.ts';
import { type Answer, type Need, type ReplyWish, spokenConsent, type WayTold } from '../domain/need.ts';
import type { Boards } from './arranging-ports.ts';
import { namesOrNothing, type Reader } from './open-list.ts';
import type { Handles } from './person-handle.ts';
import type { AccessPorts, AttendeeNames, Places, Reads } from './ports.ts';
import { type SaveOutcome, saveAnswer } from './save-answer.ts';

export interface WriteDownPorts extends AccessPorts, Handles {
  readonly boards: Boards;
  readonly names: AttendeeNames;
  readonly reads: Reads;
  readonly places: Places;
}

/** By what stands for them in addresses, or by the id of their registration. */
export type Whom = { readonly handle: string } | { readonly registrationId: string } | undefined;

export type WritingDown =
  | ({ readonly kind: 'open' } & Spoken)
  | { readonly kind: 'no-event' }
  | { readonly kind: 'closed' }
  /** Registration cannot be asked, and nobody has told anything: there is nobody to choose. */
  | { readonly kind: 'no-names' };

/**
 * Everybody of whom something can be written down: who has a place or waits for one, and who has told something. That it is opened is noted
 * first, as everywhere, and registration is asked whomever it is about.
 */
export async function openWriting(
  eventId: string,
  whom: Whom,
  reader: Reader,
  now: Date,
  ports: Omit<WriteDownPorts, 'standings' | 'needs' | 'places'>,
): Promise<WritingDown> {
  const event = await ports.events.byId(eventId);
  if (!event) return { kind: 'no-event' };
  if (phaseOf(event, now) !== 'open') return { kind: 'closed' };
  await ports.reads.record({ eventId, ...reader, at: now.toISOString() });
  const [{ needs }, names, handleOf] = await Promise.all([
    ports.boards.ofEvent(eventId),
    namesOrNothing(eventId, ports.names),
    ports.handles(),
  ]);
  if (!names && needs.length === 0) return { kind: 'no-names' };
  const people = tellers(needs, names);
  const found = people.find(({ registrationId }) =>
    whom && 'handle' in whom ? handleOf(eventId, registrationId) === whom.handle : registrationId === whom?.registrationId,
  );
  const chosen = found && { ...found, need: needs.find(({ registrationId }) => registrationId === found.registrationId) };
  return { kind: 'open', event, people, chosen };
}

function tellers(needs: readonly Need[], names: ReadonlyMap<string, string> | undefined): readonly Teller[] {
  const ids = [...new Set([...(names?.keys() ?? []), ...needs.map(({ registrationId }) => registrationId)])];
  const inOrder = (a: Teller, b: Teller) =>
    (a.name ?? '').localeCompare(b.name ?? '', 'en') || (a.registrationId < b.registrationId ? -1 : 1);
  return ids.map((registrationId) => ({ registrationId, name: names?.get(registrationId) })).sort(inOrder);
}

export interface WriteDownCommand {
  readonly registrationId: string;
  readonly answer: Answer;
  readonly reply: ReplyWish;
  readonly how: WayTold;
  readonly expectedVersion: number;
}

/**
 * Keeps what they told under the same rules as what people write themselves, with who heard their yes. Whose place it is follows from what is
 * kept of every registration: registration is not asked, since a line in its log would say that something was written down.
 */
export async function writeDown(
  eventId: string,
  { registrationId, how, ...command }: WriteDownCommand,
  { organiserId }: Reader,
  now: Date,
  ports: AccessPorts & Pick<WriteDownPorts, 'places'>,
): Promise<SaveOutcome | { readonly kind: 'nobody' }> {
  if ((await ports.places.eventOf(registrationId)) !== eventId) return { kind: 'nobody' };
  const consent = { ...spokenConsent, takenDown: { by: organiserId, how } };
  return saveAnswer({ registrationId, eventId }, { ...command, consent }, now, ports);
}
