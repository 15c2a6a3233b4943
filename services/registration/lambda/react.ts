import type { EventFacts } from '@convener/contracts';
import { consumerFunction } from '@convener/events';
import { type ReactDependencies, reactDependencies } from '../dependencies.ts';
import { registration } from '../service.ts';
import { copyQuestions } from '../use-cases/copy-questions.ts';
import { callOffEvent, keepEvent, keepJoining } from '../use-cases/keep-event.ts';
import { finishTakeOver, takeOver } from '../use-cases/take-over.ts';

/** The two may come in either order, and what the event takes over may have been told before or after them. */
async function keepPublic({ data, aggregate, at }: PublicFacts, ports: ReactDependencies): Promise<void> {
  await keepEvent({ facts: data.event, version: aggregate.version, at }, new Date(), ports);
  await finishTakeOver(data.event.eventId, new Date(), ports);
}

interface PublicFacts {
  readonly data: { readonly event: EventFacts };
  readonly aggregate: { readonly version: number };
  readonly at: string;
}

/** Keeps the events that people can register for, and marks registrations when one is called off. */
export const handler = consumerFunction({
  service: registration,
  reactions: {
    'event.published.v1': keepPublic,
    'event.changed.v1': keepPublic,
    'event.cancelled.v1': ({ data, aggregate, at }, ports) =>
      callOffEvent({ facts: data.event, version: aggregate.version, at }, new Date(), ports),
    'event.joining-changed.v1': ({ data }, ports) => keepJoining(data.eventId, ports),
    'event.cloned.v1': async ({ data, actor }, ports) => {
      await copyQuestions(data, { now: new Date(), actor }, ports);
      await takeOver(data, { now: new Date(), actor }, ports);
    },
  },
  dependencies: reactDependencies,
});
