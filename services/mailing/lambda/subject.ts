import { subjectAnswer, subjectRequest } from '@convener/contracts/calls';
import { callFunction } from '@convener/events';
import { subjectDependencies } from '../dependencies.ts';
import { answerForSubject } from '../use-cases/answer-for-subject.ts';

/** Exports or erases what mailing holds of one person. */
export const handler = callFunction({
  call: 'subject',
  schemas: { request: subjectRequest, answer: subjectAnswer },
  answer: answerForSubject,
  dependencies: subjectDependencies,
});
