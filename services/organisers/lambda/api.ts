import { openFunction } from '@convener/http';
import { openApi } from '../handlers/api-handlers.ts';
import { organisers } from '../service.ts';

/** Describes the endpoints to programs. */
export const handler = openFunction({ service: organisers, lambda: 'api', handlers: { openApi }, dependencies: () => ({}) });
