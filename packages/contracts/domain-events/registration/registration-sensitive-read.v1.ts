import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationSensitiveReadV1 = defineDomainEvent({
  type: 'registration.sensitive-read.v1',
  // Nothing tells whether there was anything: that somebody gave a sensitive answer is itself sensitive.
  says: 'Somebody opened the page where sensitive answers of one registration would stand, whether or not there were any.',
  data: z.object({ eventId: z.string(), registrationId: z.string() }),
  example: { eventId: 'evt_example', registrationId: 'reg_example' },
});
