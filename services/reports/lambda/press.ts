import { httpFunction } from '@convener/http';
import { pressDependencies } from '../dependencies.ts';
import { publish } from '../handlers/press-handlers.ts';
import { reports } from '../service.ts';

/** Publishes a report: the only pages that may write what readers get. */
export const handler = httpFunction({ service: reports, lambda: 'press', handlers: { publish }, dependencies: pressDependencies });
