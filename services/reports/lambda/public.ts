import { openFunction } from '@convener/http';
import { toList } from '../handlers/public-handlers.ts';
import { reports } from '../service.ts';

/** Leads from /reports to the list of published reports, which is a file. */
export const handler = openFunction({ service: reports, lambda: 'public', handlers: { toList }, dependencies: () => undefined });
