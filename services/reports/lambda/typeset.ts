import { callFunction } from '@convener/events';
import { typesetCall } from '../calls.ts';
import { typesetDependencies } from '../dependencies.ts';
import { typeset } from '../handlers/typeset-handler.ts';

/** Turns the words of a report into the page, text and style that readers get. It may do nothing else: no table, no bucket, no call. */
export const handler = callFunction({ call: 'typeset', schemas: typesetCall, answer: typeset, dependencies: typesetDependencies });
