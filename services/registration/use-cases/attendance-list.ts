import { type AttendanceList, attendanceList } from '../domain/attendance-list.ts';
import type { Event } from '../domain/event.ts';
import type { AttendanceCodes } from './attendance-ports.ts';
import type { RegistrationPorts } from './ports.ts';

export interface AttendancePage extends AttendanceList {
  readonly event: Event;
  readonly code: string;
}

/** What organisers have at the door: the code to show, and everybody who has a place. */
export async function openAttendance(
  eventId: string,
  ports: RegistrationPorts & { readonly codes: AttendanceCodes },
): Promise<AttendancePage | undefined> {
  const event = await ports.events.byId(eventId);
  if (!event) return undefined;
  const [all, code] = await Promise.all([ports.registrations.ofEvent(eventId), ports.codes.codeOf(eventId)]);
  return { event, code, ...attendanceList(all) };
}
