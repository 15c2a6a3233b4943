import type { Attended } from './attendance.ts';
import type { ListedRegistration } from './registration.ts';

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
