import { freezeAnswer, freezeRequest } from '@convener/contracts/calls';
import { callFunction } from '@convener/events';
import { freezeDependencies } from '../dependencies.ts';
import { freeze } from '../use-cases/freeze.ts';

/** Tells reports whether everything said is themed or set aside, and the themes as they stand. */
export const handler = callFunction({
  call: 'freeze',
  schemas: { request: freezeRequest, answer: freezeAnswer },
  answer: freeze,
  dependencies: () => freezeDependencies(),
});
