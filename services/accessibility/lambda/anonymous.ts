import { openFunction } from '@convener/http';
import { anonymousDependencies } from '../dependencies.ts';
import * as handlers from '../handlers/equality-handlers.ts';
import { accessibility } from '../service.ts';

/** Asks who comes, of nobody in particular: it can neither read a session nor anything that somebody said. */
export const handler = openFunction({ service: accessibility, lambda: 'anonymous', handlers, dependencies: anonymousDependencies });
