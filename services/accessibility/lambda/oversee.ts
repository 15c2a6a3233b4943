import { httpFunction } from '@convener/http';
import { overseeDependencies } from '../dependencies.ts';
import * as handlers from '../handlers/oversee-handlers.ts';
import { accessibility } from '../service.ts';

/** Lets organisers set what is asked, review who has looked, see safe figures, and open the list on the day with a reason. */
export const handler = httpFunction({ service: accessibility, lambda: 'oversee', handlers, dependencies: overseeDependencies });
