import { type AttendedBy, decideAttend, decideUndoAttend } from '../domain/attendance.ts';
import { guessLimits, isCode } from '../domain/attendance-code.ts';
import { type AttendanceTime, attendanceTime, mayLetIn } from '../domain/attendance-time.ts';
import { joiningNow } from '../domain/event.ts';
import { normalisedAddress, type Registration } from '../domain/registration.ts';
import { viewerNetwork } from '../domain/viewer-network.ts';
import type { AttendancePorts, Tallies } from './attendance-ports.ts';
import { type ChangeOutcome, changeRegistration } from './change-registration.ts';
import type { RegistrationPorts } from './ports.ts';

export type HereOutcome =
  /** Noted, if the address has a place. Nothing tells whether it has. */
  | { readonly kind: 'noted' }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'too-many-guesses' }
  | { readonly kind: 'not-now'; readonly time: Exclude<AttendanceTime, { kind: 'open' }> }
  | { readonly kind: 'unknown-event' };

/** Somebody types the code that is shown at the event, and their address. */
export async function attendByCode(
  form: { readonly slug: string; readonly code: string; readonly email: string; readonly viewerIp: string },
  now: Date,
  ports: AttendancePorts,
): Promise<HereOutcome> {
  const event = await ports.events.bySlug(form.slug);
  if (!event) return { kind: 'unknown-event' };
  const time = attendanceTime(event, now);
  if (time.kind !== 'open') return { kind: 'not-now', time };
  const { eventId } = event.outline;
  const guess = guessesOf(eventId, form.viewerIp, ports.tallies);
  // Counted before it is looked at, so that many at once are not more than one after the other.
  if (!(await guess.mayTry(now))) return { kind: 'too-many-guesses' };
  if (!isCode(form.code, await ports.codes.codeOf(eventId))) return { kind: 'wrong-code' };
  await guess.wasRight(now);
  const registrationId = await ports.identities.registrationId(normalisedAddress(form.email), eventId);
  await note(registrationId, eventId, 'code', now, ports);
  return { kind: 'noted' };
}

/** Somebody whose place is open on this device presses "I am here". */
export async function attendByPlace(
  registration: Pick<Registration, 'registrationId' | 'eventId'>,
  now: Date,
  ports: RegistrationPorts,
): Promise<'noted' | 'not-now'> {
  const event = await ports.events.byId(registration.eventId);
  if (!event || attendanceTime(event, now).kind !== 'open') return 'not-now';
  await note(registration.registrationId, registration.eventId, 'link', now, ports);
  return 'noted';
}

/** Somebody goes to the event by its link: noted, unless they only try the link hours before. The link itself comes back. */
export async function join(
  registration: Registration,
  now: Date,
  ports: RegistrationPorts & { readonly settings: { readonly joiningHours: number } },
): Promise<{ readonly kind: 'joining'; readonly link: string } | { readonly kind: 'not-now' }> {
  const event = await ports.events.byId(registration.eventId);
  const joining = event && registration.state.kind === 'confirmed' ? joiningNow(event, now, ports.settings.joiningHours) : undefined;
  if (!joining?.link) return { kind: 'not-now' };
  await attendByPlace(registration, now, ports);
  return { kind: 'joining', link: joining.link };
}

export interface Marks {
  /** Ids of registrations. */
  readonly here: readonly string[];
  readonly notHere: readonly string[];
}

const atOnce = 10;

/** An organiser's marks, many at once: a phone sends what it could not send before. Sent again they change nothing. */
export async function markAttendance(
  eventId: string,
  marks: Marks,
  organiserId: string,
  now: Date,
  ports: RegistrationPorts,
): Promise<{ readonly unknown: readonly string[] }> {
  const unknown: string[] = [];
  const event = await ports.events.byId(eventId);
  const by = { how: 'organiser', by: organiserId, mayLetIn: event !== undefined && mayLetIn(event, now) } as const;
  const all = [...marks.here.map((id) => [id, true] as const), ...marks.notHere.map((id) => [id, false] as const)];
  for (let from = 0; from < all.length; from += atOnce) {
    const outcomes = await Promise.all(
      all.slice(from, from + atOnce).map(async ([id, here]) => [id, await mark(id, here, eventId, by, now, ports)] as const),
    );
    unknown.push(...outcomes.flatMap(([id, outcome]) => (outcome.kind === 'gone' || isRefused(outcome) ? [id] : [])));
  }
  return { unknown };
}

type Left = 'already' | 'no-place' | 'elsewhere';

function mark(
  id: string,
  here: boolean,
  eventId: string,
  by: Extract<AttendedBy, { how: 'organiser' }>,
  now: Date,
  ports: RegistrationPorts,
): Promise<ChangeOutcome<Left>> {
  return changeRegistration<Left>(
    id,
    (registration) => {
      if (registration.eventId !== eventId) return { kind: 'leave', as: 'elsewhere' };
      if (!here) {
        const change = decideUndoAttend(registration);
        return change ? { kind: 'change', change } : { kind: 'leave', as: 'already' };
      }
      const decision = decideAttend(registration, by, now);
      return decision.kind === 'mark' ? { kind: 'change', change: decision.change } : { kind: 'leave', as: decision.kind };
    },
    { now, actor: { kind: 'organiser', id: by.by } },
    ports,
  );
}

function isRefused(outcome: ChangeOutcome<Left>): boolean {
  return outcome.kind === 'left' && outcome.as !== 'already';
}

/** Once is enough, whichever way came first. */
async function note(registrationId: string, eventId: string, how: 'code' | 'link', now: Date, ports: RegistrationPorts): Promise<void> {
  await changeRegistration<Left>(
    registrationId,
    (registration) => {
      if (registration.eventId !== eventId) return { kind: 'leave', as: 'elsewhere' };
      const decision = decideAttend(registration, { how }, now);
      return decision.kind === 'mark' ? { kind: 'change', change: decision.change } : { kind: 'leave', as: decision.kind };
    },
    { now, actor: { kind: 'attendee' } },
    ports,
  );
}

function guessesOf(eventId: string, viewerIp: string, tallies: Tallies) {
  const names = { network: `guess ${eventId} ${viewerNetwork(viewerIp)}`, event: `guess ${eventId}` };
  return {
    // What one network sends beyond its own limit counts for nobody else: otherwise it alone could stop the code for everybody.
    mayTry: async (now: Date) =>
      (await tallies.add(names.network, 1, now)) <= guessLimits.network && (await tallies.add(names.event, 1, now)) <= guessLimits.event,
    wasRight: (now: Date) => Promise.all([tallies.add(names.network, -1, now), tallies.add(names.event, -1, now)]),
  };
}
