import { consumerFunction } from '@convener/events';
import { reactDependencies } from '../dependencies.ts';
import { reactions } from '../handlers/reactions.ts';
import { reflections } from '../service.ts';

/** Keeps the events that reflections are about. */
export const handler = consumerFunction({ service: reflections, reactions, dependencies: () => reactDependencies() });
