import { subjectAnswer, subjectRequest } from '@convener/contracts/calls';
import { callFunction } from '@convener/events';
import { subjectDependencies } from '../dependencies.ts';
import { subject } from '../use-cases/subject.ts';

/** Exports or erases what one attendee said. */
export const handler = callFunction({
  call: 'subject',
  schemas: { request: subjectRequest, answer: subjectAnswer },
  answer: subject,
  dependencies: subjectDependencies,
});
