import type { EnvelopeOf } from '@convener/contracts';
import type {
  eventCancelledV1,
  eventChangedV1,
  eventClonedV1,
  eventPublishedV1,
  organiserRemovedV1,
  registrationCancelledV1,
  registrationConfirmedV1,
  registrationErasedV1,
  registrationExpiredV1,
  registrationOfferEndedV1,
  registrationRequestedV1,
  registrationWaitlistedV1,
} from '@convener/contracts/domain-events';
import type { ReactDependencies } from '../dependencies.ts';
import { copyAsking } from '../use-cases/copy-asking.ts';

type About<C> = (event: EnvelopeOf<C>, dependencies: ReactDependencies) => Promise<void>;

const keepFacts: About<typeof eventPublishedV1 | typeof eventChangedV1> = ({ data, aggregate }, { events }) =>
  events.keepFacts(data.event, undefined, aggregate.version);

const callOff: About<typeof eventCancelledV1> = ({ data, aggregate, at }, { events }) =>
  events.keepFacts(data.event, at, aggregate.version);

const cloned: About<typeof eventClonedV1> = ({ data }, ports) => copyAsking(data, ports);

const come: About<typeof registrationRequestedV1 | typeof registrationConfirmedV1 | typeof registrationWaitlistedV1> = (
  { data, aggregate },
  { standings },
) => standings.come(data.registrationId, data.eventId, aggregate.version);

const go: About<typeof registrationCancelledV1 | typeof registrationExpiredV1 | typeof registrationErasedV1> = (
  { data, aggregate, at },
  { standings },
) => standings.go(data.registrationId, data.eventId, aggregate.version, at);

/** Whoever said no to a place is gone. Whose offer lapsed can come back by one press, and finds what they said. */
const declined: About<typeof registrationOfferEndedV1> = async (event, { standings }) => {
  const { data, aggregate, at } = event;
  if (data.how === 'declined') await standings.go(data.registrationId, data.eventId, aggregate.version, at);
};

/** Whoever has everything deleted has this deleted too, though it belongs to no event. */
const erase: About<typeof registrationErasedV1> = async (event, ports) => {
  await go(event, ports);
  await ports.memories.forgetOf(event.data.registrationId, new Date(event.at).toISOString());
};

const forgetReader: About<typeof organiserRemovedV1> = ({ data }, { readers }) => readers.forget(data.organiserId);

/** Whoever gave up a place has nothing to be arranged: what they said goes with it, unasked, whether there was anything or not. */
export const reactions = {
  'event.published.v1': keepFacts,
  'event.changed.v1': keepFacts,
  'event.cancelled.v1': callOff,
  'event.cloned.v1': cloned,
  'registration.requested.v1': come,
  // Who is registered by phone or by letter never asks: that they have a place, or wait for one, is the first that is heard of them.
  'registration.confirmed.v1': come,
  'registration.waitlisted.v1': come,
  'registration.cancelled.v1': go,
  'registration.offer-ended.v1': declined,
  'registration.expired.v1': go,
  'registration.erased.v1': erase,
  'organiser.removed.v1': forgetReader,
};
