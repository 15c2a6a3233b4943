import { consumerFunction } from '@convener/events';
import { reactDependencies } from '../dependencies.ts';
import { reactions } from '../handlers/reactions.ts';
import { accessibility } from '../service.ts';

/** Keeps the facts of events, copies what one asks to another, and deletes what belongs to a place that was given up. */
export const handler = consumerFunction({ service: accessibility, reactions, dependencies: reactDependencies });
