import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { changeAttendance, showAttendance, showCode } from '../handlers/attendance-handlers.ts';
import { registration } from '../service.ts';

/** Shows organisers the code of an event and the list for the door, and notes who came. */
export const handler = httpFunction({
  service: registration,
  lambda: 'attendance',
  handlers: { showAttendance, changeAttendance, showCode },
  dependencies: organiseDependencies,
});
