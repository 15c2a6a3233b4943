import { consumerFunction } from '@convener/events';
import { reactDependencies } from '../dependencies.ts';
import { registration } from '../service.ts';
import { copyQuestions } from '../use-cases/copy-questions.ts';
import { callOffEvent, keepEvent, keepJoining } from '../use-cases/keep-event.ts';

/** Keeps the events that people can register for, and marks registrations when one is called off. */
export const handler = consumerFunction({
  service: registration,
  reactions: {
    'event.published.v1': ({ data, aggregate, at }, ports) =>
      keepEvent({ facts: data.event, version: aggregate.version, at }, new Date(), ports),
    'event.changed.v1': ({ data, aggregate, at }, ports) =>
      keepEvent({ facts: data.event, version: aggregate.version, at }, new Date(), ports),
    'event.cancelled.v1': ({ data, aggregate, at }, ports) =>
      callOffEvent({ facts: data.event, version: aggregate.version, at }, new Date(), ports),
    'event.joining-changed.v1': ({ data }, ports) => keepJoining(data.eventId, ports),
    'event.cloned.v1': ({ data, actor }, ports) => copyQuestions(data, { now: new Date(), actor }, ports),
  },
  dependencies: reactDependencies,
});
