import { consumerFunction } from '@convener/events';
import { reactDependencies } from '../dependencies.ts';
import { reactions } from '../handlers/reactions.ts';
import { reports } from '../service.ts';

/** Keeps what reports are made of from domain events, and the list of published reports as a file. */
export const handler = consumerFunction({ service: reports, reactions, dependencies: reactDependencies });
