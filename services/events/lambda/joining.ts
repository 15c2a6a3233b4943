import { joiningAnswer, joiningRequest } from '@convener/contracts/calls';
import { callFunction } from '@convener/events';
import { joiningDependencies } from '../dependencies.ts';
import { joiningDetails } from '../use-cases/joining-details.ts';

/** Tells registration the joining details of an event, which are not public. */
export const handler = callFunction({
  call: 'joining',
  schemas: { request: joiningRequest, answer: joiningAnswer },
  answer: joiningDetails,
  dependencies: joiningDependencies,
});
