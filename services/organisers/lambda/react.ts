import { consumerFunction } from '@convener/events';
import { reactDependencies } from '../dependencies.ts';
import { reactions, recordAction } from '../handlers/reactions.ts';
import { organisers } from '../service.ts';

/** Keeps the audit log and the figures of the console’s home from domain events, and tells all services whose sessions have ended. */
export const handler = consumerFunction({
  service: organisers,
  reactions,
  onOrganiserAction: recordAction,
  dependencies: reactDependencies,
});
