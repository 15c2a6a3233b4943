import { directoryAnswer, directoryRequest } from '@convener/contracts/calls';
import { callFunction } from '@convener/events';
import { callDependencies } from '../dependencies.ts';
import { directory } from '../use-cases/directory.ts';

/** Turns ids into names, addresses and links as a letter is rendered, and lists whom a mailing goes to. */
export const handler = callFunction({
  call: 'directory',
  schemas: { request: directoryRequest, answer: directoryAnswer },
  answer: directory,
  dependencies: callDependencies,
});
