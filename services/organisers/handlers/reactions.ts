import type { Envelope, EnvelopeOf } from '@convener/contracts';
import type {
  eventCancelledV1,
  eventChangedV1,
  eventPublishedV1,
  mailingFinishedV1,
  organiserRemovedV1,
  organiserRolesChangedV1,
  reflectionMadeV1,
  reflectionModeratedV1,
  reflectionThemedV1,
  reflectionWithdrawnV1,
  registrationConfirmedV1,
  reportDraftedV1,
  reportPublishedV1,
} from '@convener/contracts/domain-events';
import type { ReactDependencies } from '../dependencies.ts';
import { tellEndedSessions } from '../use-cases/end-sessions.ts';
import type { Counted } from '../use-cases/ports.ts';

type About<C> = (event: EnvelopeOf<C>, dependencies: ReactDependencies) => Promise<void>;
interface RegistrationEvent {
  readonly actor: Envelope['actor'];
  readonly aggregate: { readonly version: number };
  readonly data: EnvelopeOf<typeof registrationConfirmedV1>['data'];
}

const keepEvent =
  (cancelled: boolean): About<typeof eventPublishedV1 | typeof eventChangedV1 | typeof eventCancelledV1> =>
  ({ data, aggregate }, { home }) =>
    home.keepEvent(data.event, cancelled, aggregate.version);

const registrationCounts =
  (as: Counted) =>
  ({ data, aggregate }: RegistrationEvent, { home }: ReactDependencies): Promise<void> =>
    home.count(data.eventId, data.registrationId, as, aggregate.version);

/** Whoever took an offered place did so themselves, or an organiser did. Nobody did: they have no address, and only an organiser can tell them. */
const registrationPromoted = (event: RegistrationEvent, dependencies: ReactDependencies): Promise<void> =>
  registrationCounts(event.actor.kind === 'system' ? 'given' : 'confirmed')(event, dependencies);

const reflectionMade: About<typeof reflectionMadeV1> = ({ data, aggregate }, { home }) =>
  home.count(data.eventId, data.reflectionId, 'unthemed', aggregate.version);

const reflectionThemed: About<typeof reflectionThemedV1> = ({ data, aggregate }, { home }) =>
  home.count(data.eventId, data.reflectionId, data.themeIds.length > 0 ? 'nothing' : 'unthemed', aggregate.version);

const reflectionModerated: About<typeof reflectionModeratedV1> = ({ data, aggregate }, { home }) =>
  home.count(data.eventId, data.reflectionId, data.decision === 'set-aside' ? 'nothing' : 'unthemed', aggregate.version);

const reflectionWithdrawn: About<typeof reflectionWithdrawnV1> = ({ data, aggregate }, { home }) =>
  home.count(data.eventId, data.reflectionId, 'nothing', aggregate.version);

const reportDrafted: About<typeof reportDraftedV1> = ({ data, aggregate }, { home }) =>
  home.keepReport({ ...data, report: 'draft' }, aggregate.version);

const reportPublished: About<typeof reportPublishedV1> = ({ data, aggregate }, { home }) =>
  home.keepReport({ ...data, report: 'published' }, aggregate.version);

const mailingFinished: About<typeof mailingFinishedV1> = ({ data, at }, { home }) =>
  data.untold ? home.keepUntold(data.untold, new Date(at)) : home.reportSent(data.subjectId);

const endSessions: About<typeof organiserRemovedV1 | typeof organiserRolesChangedV1> = (_event, { store, ended, clock }) =>
  tellEndedSessions(clock(), store, ended);

export const reactions = {
  'event.published.v1': keepEvent(false),
  'event.changed.v1': keepEvent(false),
  'event.cancelled.v1': keepEvent(true),
  'registration.confirmed.v1': registrationCounts('confirmed'),
  'registration.promoted.v1': registrationPromoted,
  'registration.waitlisted.v1': registrationCounts('waiting'),
  'registration.offered.v1': registrationCounts('offered'),
  'registration.offer-ended.v1': registrationCounts('nothing'),
  'registration.cancelled.v1': registrationCounts('nothing'),
  'registration.erased.v1': registrationCounts('nothing'),
  'reflection.made.v1': reflectionMade,
  'reflection.themed.v1': reflectionThemed,
  'reflection.moderated.v1': reflectionModerated,
  'reflection.withdrawn.v1': reflectionWithdrawn,
  'report.drafted.v1': reportDrafted,
  'report.published.v1': reportPublished,
  'mailing.finished.v1': mailingFinished,
  'organiser.removed.v1': endSessions,
  'organiser.roles-changed.v1': endSessions,
};

export async function recordAction(event: Envelope, { audit }: ReactDependencies): Promise<void> {
  await audit.record(event);
}
