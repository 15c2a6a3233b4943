import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { changeAttendance, showAttendance } from '../handlers/attendance-handlers.ts';
import { cancelOne, exportList, list, resendOne, search, showOne } from '../handlers/organise-handlers.ts';
import { registration } from '../service.ts';

/** Shows organisers who comes and who came, exports the list, cancels a registration and sends a link again. */
export const handler = httpFunction({
  service: registration,
  lambda: 'organise',
  handlers: { list, search, exportList, showOne, cancelOne, resendOne, showAttendance, changeAttendance },
  dependencies: organiseDependencies,
});
