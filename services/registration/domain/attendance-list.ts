import type { Event } from './event.ts';
import type { Attended, ListedRegistration } from './registration.ts';
import type { Receipt } from './retention.ts';

/** One line of the list at the door. */
export interface Expected {
  readonly registrationId: string;
  readonly name: string;
  readonly organisation: string;
  readonly attended: Attended | undefined;
}

export interface AttendanceList {
  readonly people: readonly Expected[];
  readonly here: number;
}

/** What organisers have at the door. */
export interface AttendanceDoor extends AttendanceList {
  readonly event: Event;
  readonly code: string;
  /** Where people were forgotten, the numbers from before. */
  readonly receipt: Receipt | undefined;
}

/** Everybody who has a place, by name. */
export function attendanceList(all: readonly ListedRegistration[]): AttendanceList {
  const people = all
    .filter(({ status }) => status === 'confirmed')
    .map(({ registrationId, details, attended }) => ({
      registrationId,
      name: details.name,
      organisation: details.organisation,
      attended,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.registrationId.localeCompare(b.registrationId));
  return { people, here: people.filter(({ attended }) => attended).length };
}
