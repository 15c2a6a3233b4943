import { createHmac } from 'node:crypto';
import type { Parameters } from '@convener/signing';
import { codeFrom } from '../domain/attendance-code.ts';
import type { AttendanceCodes } from '../use-cases/attendance-ports.ts';

/** A code follows from the event and a secret of its own, so that it is stored nowhere. */
export function attendanceCodes(parameters: Parameters): AttendanceCodes {
  return {
    codeOf: async (eventId) => {
      const mac = createHmac('sha256', await parameters.secret('attendance-secret')).update(`code\n${eventId}`);
      return codeFrom(mac.digest());
    },
  };
}
