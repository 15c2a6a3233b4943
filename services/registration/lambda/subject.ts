import { subjectAnswer, subjectRequest } from '@convener/contracts/calls';
import { callFunction } from '@convener/events';
import { callDependencies } from '../dependencies.ts';
import { subject } from '../use-cases/subject.ts';

/** Exports or erases what is held of one attendee. */
export const handler = callFunction({
  call: 'subject',
  schemas: { request: subjectRequest, answer: subjectAnswer },
  answer: (request, ports) => subject(request, new Date(), ports),
  dependencies: callDependencies,
});
