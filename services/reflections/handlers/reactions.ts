import type { EnvelopeOf } from '@convener/contracts';
import type { eventCancelledV1, eventChangedV1, eventPublishedV1 } from '@convener/contracts/domain-events';
import { keepEvent } from '../use-cases/keep-event.ts';
import type { Events } from '../use-cases/ports.ts';

type AboutEvent = EnvelopeOf<typeof eventPublishedV1 | typeof eventChangedV1 | typeof eventCancelledV1>;

const keep =
  (cancelled: boolean) =>
  ({ data, aggregate }: Pick<AboutEvent, 'data' | 'aggregate'>, ports: { readonly events: Events }): Promise<void> =>
    keepEvent({ facts: data.event, version: aggregate.version, cancelled }, ports);

export const reactions = {
  'event.published.v1': keep(false),
  'event.changed.v1': keep(false),
  'event.cancelled.v1': keep(true),
};
