import { mayWriteAnswer, mayWriteRequest } from '@convener/contracts/calls';
import { callFunction } from '@convener/events';
import { mayWriteDependencies } from '../dependencies.ts';
import { mayWrite } from '../use-cases/may-write.ts';

/** Says whether somebody may be written to, to the one service that sends letters of its own, or writes them the neutral letter. */
export const handler = callFunction({
  call: 'may-write',
  schemas: { request: mayWriteRequest, answer: mayWriteAnswer },
  answer: mayWrite,
  dependencies: mayWriteDependencies,
});
