import type { EnvelopeOf } from '@convener/contracts';
import type {
  eventCancelledV1,
  eventChangedV1,
  eventPublishedV1,
  reportPublishedV1,
  themeRemovedV1,
  themeWrittenV1,
} from '@convener/contracts/domain-events';
import type { ReactDependencies } from '../dependencies.ts';
import { writeList } from '../use-cases/write-list.ts';

type About<C> = (event: EnvelopeOf<C>, dependencies: ReactDependencies) => Promise<void>;

/** A cancelled event may still have a report: of what was done instead, or why. */
const keepFacts: About<typeof eventPublishedV1 | typeof eventChangedV1 | typeof eventCancelledV1> = ({ data, aggregate }, { facts }) =>
  facts.keepFacts(data.event, aggregate.version);

const keepTheme: About<typeof themeWrittenV1> = ({ data, aggregate }, { facts }) => {
  const { eventId, ...theme } = data;
  return facts.keepTheme(eventId, theme, aggregate.version);
};

const removeTheme: About<typeof themeRemovedV1> = ({ data, aggregate }, { facts }) =>
  facts.removeTheme(data.eventId, data.themeId, aggregate.version);

/** Our own: the list is a file, and a queue does not forget it as a request that is cut off would. */
const list: About<typeof reportPublishedV1> = (_event, dependencies) => writeList(dependencies);

export const reactions = {
  'event.published.v1': keepFacts,
  'event.changed.v1': keepFacts,
  'event.cancelled.v1': keepFacts,
  'theme.written.v1': keepTheme,
  'theme.removed.v1': removeTheme,
  'report.published.v1': list,
};
