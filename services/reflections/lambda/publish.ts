import { publisherFunction } from '@convener/events';

/** Publishes the domain events that ride on the items of this service. */
export const handler = publisherFunction();
