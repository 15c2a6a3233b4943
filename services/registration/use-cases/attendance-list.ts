import { type AttendanceDoor, attendanceList } from '../domain/attendance-list.ts';
import { mayLetIn } from '../domain/attendance-time.ts';
import type { AttendanceCodes } from './attendance-ports.ts';
import type { RetentionStore } from './forget-in-time.ts';
import type { RegistrationPorts } from './ports.ts';

/** What organisers have at the door: the code to show, everybody who has a place, and in time those who wait for one. */
export async function openAttendance(
  eventId: string,
  now: Date,
  ports: RegistrationPorts & { readonly codes: AttendanceCodes; readonly keeping: Pick<RetentionStore, 'receipt'> },
): Promise<AttendanceDoor | undefined> {
  const event = await ports.events.byId(eventId);
  if (!event) return undefined;
  const [all, code, receipt] = await Promise.all([
    ports.registrations.ofEvent(eventId),
    ports.codes.codeOf(eventId),
    ports.keeping.receipt(eventId),
  ]);
  return { event, code, receipt, ...attendanceList(all, mayLetIn(event, now)) };
}
