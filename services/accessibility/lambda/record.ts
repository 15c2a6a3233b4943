import { httpFunction } from '@convener/http';
import { recordDependencies } from '../dependencies.record.ts';
import { newRecord, record } from '../handlers/by-voice-handlers.ts';
import { accessibility } from '../service.ts';

/** Lets access coordinators write down what somebody told them. */
export const handler = httpFunction({
  service: accessibility,
  lambda: 'record',
  handlers: { newRecord, record },
  dependencies: recordDependencies,
});
