import type { Event } from './event.ts';
import type { Attended, ListedRegistration } from './registration.ts';
import type { Receipt } from './retention.ts';

/** One line of the list at the door. */
export interface Expected {
  readonly registrationId: string;
  readonly name: string;
  readonly organisation: string;
  readonly attended: Attended | undefined;
  /** Whoever only waits for one may be let in without. */
  readonly place: 'held' | 'none';
}

export interface AttendanceList {
  readonly people: readonly Expected[];
  readonly here: number;
  /** How many have a place. */
  readonly expected: number;
  /** A place is held for them, and they have not said whether they take it. */
  readonly offered: readonly Pick<Expected, 'registrationId' | 'name'>[];
}

/** What organisers have at the door. */
export interface AttendanceDoor extends AttendanceList {
  readonly event: Event;
  readonly code: string;
  /** Where people were forgotten, the numbers from before. */
  readonly receipt: Receipt | undefined;
}

/** Everybody who has a place, by name; when it is time to come in, and once they are in, those who wait for one follow. */
export function attendanceList(all: readonly ListedRegistration[], isTime: boolean): AttendanceList {
  const of = (wanted: (each: ListedRegistration) => boolean, place: Expected['place']): Expected[] =>
    all
      .filter(wanted)
      .map(({ registrationId, details: { name, organisation }, attended }) => ({ registrationId, name, organisation, attended, place }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.registrationId.localeCompare(b.registrationId));
  const held = of(({ status }) => status === 'confirmed', 'held');
  const people = [...held, ...of(({ status, attended }) => status === 'waitlisted' && (isTime || attended !== undefined), 'none')];
  const offered = isTime ? of(({ status }) => status === 'offered', 'held') : [];
  return {
    people,
    here: people.filter(({ attended }) => attended).length,
    expected: held.length,
    offered: offered.map(({ registrationId, name }) => ({ registrationId, name })),
  };
}
