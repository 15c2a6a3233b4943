import { eventCancelledV1 } from './events/event-cancelled.v1.ts';
import { eventChangedV1 } from './events/event-changed.v1.ts';
import { eventClonedV1 } from './events/event-cloned.v1.ts';
import { eventCreatedV1 } from './events/event-created.v1.ts';
import { eventJoiningChangedV1 } from './events/event-joining-changed.v1.ts';
import { eventPublishedV1 } from './events/event-published.v1.ts';
import { networkProvisionsChangedV1 } from './events/network-provisions-changed.v1.ts';
import { networkStatementChangedV1 } from './events/network-statement-changed.v1.ts';
import { mailingDiscardedV1 } from './mailing/mailing-discarded.v1.ts';
import { mailingFinishedV1 } from './mailing/mailing-finished.v1.ts';
import { mailingLetterChangedV1 } from './mailing/mailing-letter-changed.v1.ts';
import { mailingLetterWrittenV1 } from './mailing/mailing-letter-written.v1.ts';
import { mailingPausedV1 } from './mailing/mailing-paused.v1.ts';
import { mailingPreparedV1 } from './mailing/mailing-prepared.v1.ts';
import { mailingStartedV1 } from './mailing/mailing-started.v1.ts';
import { mailingTestSentV1 } from './mailing/mailing-test-sent.v1.ts';
import { memberJoinRequestedV1 } from './mailing/member-join-requested.v1.ts';
import { memberJoinedV1 } from './mailing/member-joined.v1.ts';
import { memberLeftV1 } from './mailing/member-left.v1.ts';
import { memberPreferencesChangedV1 } from './mailing/member-preferences-changed.v1.ts';
import { membersExportedV1 } from './mailing/members-exported.v1.ts';
import { membersImportedV1 } from './mailing/members-imported.v1.ts';
import { organiserInvitedV1 } from './organisers/organiser-invited.v1.ts';
import { organiserRemovedV1 } from './organisers/organiser-removed.v1.ts';
import { organiserRolesChangedV1 } from './organisers/organiser-roles-changed.v1.ts';
import { organiserSignedInV1 } from './organisers/organiser-signed-in.v1.ts';
import { reflectionMadeV1 } from './reflections/reflection-made.v1.ts';
import { reflectionModeratedV1 } from './reflections/reflection-moderated.v1.ts';
import { reflectionThemedV1 } from './reflections/reflection-themed.v1.ts';
import { reflectionWithdrawnV1 } from './reflections/reflection-withdrawn.v1.ts';
import { reflectionsExportedV1 } from './reflections/reflections-exported.v1.ts';
import { roomsOpenedV1 } from './reflections/rooms-opened.v1.ts';
import { themeRemovedV1 } from './reflections/theme-removed.v1.ts';
import { themeWrittenV1 } from './reflections/theme-written.v1.ts';
import { registrationAttendanceUndoneV1 } from './registration/registration-attendance-undone.v1.ts';
import { registrationAttendedV1 } from './registration/registration-attended.v1.ts';
import { registrationCancelledV1 } from './registration/registration-cancelled.v1.ts';
import { registrationChangedV1 } from './registration/registration-changed.v1.ts';
import { registrationConfirmedV1 } from './registration/registration-confirmed.v1.ts';
import { registrationErasedV1 } from './registration/registration-erased.v1.ts';
import { registrationExpiredV1 } from './registration/registration-expired.v1.ts';
import { registrationExportedV1 } from './registration/registration-exported.v1.ts';
import { registrationJoiningOpenedV1 } from './registration/registration-joining-opened.v1.ts';
import { registrationLinkRequestedV1 } from './registration/registration-link-requested.v1.ts';
import { registrationMovedV1 } from './registration/registration-moved.v1.ts';
import { registrationOfferEndedV1 } from './registration/registration-offer-ended.v1.ts';
import { registrationOfferedV1 } from './registration/registration-offered.v1.ts';
import { registrationParticipantListChangedV1 } from './registration/registration-participant-list-changed.v1.ts';
import { registrationPlacesChangedV1 } from './registration/registration-places-changed.v1.ts';
import { registrationPromotedV1 } from './registration/registration-promoted.v1.ts';
import { registrationQuestionsChangedV1 } from './registration/registration-questions-changed.v1.ts';
import { registrationRepeatedV1 } from './registration/registration-repeated.v1.ts';
import { registrationRequestedV1 } from './registration/registration-requested.v1.ts';
import { registrationSensitiveReadV1 } from './registration/registration-sensitive-read.v1.ts';
import { registrationWaitlistedV1 } from './registration/registration-waitlisted.v1.ts';
import { reportChangedV1 } from './reports/report-changed.v1.ts';
import { reportDraftedV1 } from './reports/report-drafted.v1.ts';
import { reportPublishedV1 } from './reports/report-published.v1.ts';

/** Every domain event of the house, by type. A new one is a file beside the others and a line here. */
export const domainEvents = {
  'event.created.v1': eventCreatedV1,
  'event.published.v1': eventPublishedV1,
  'event.changed.v1': eventChangedV1,
  'event.cancelled.v1': eventCancelledV1,
  'event.joining-changed.v1': eventJoiningChangedV1,
  'event.cloned.v1': eventClonedV1,
  'network.statement-changed.v1': networkStatementChangedV1,
  'network.provisions-changed.v1': networkProvisionsChangedV1,
  'registration.requested.v1': registrationRequestedV1,
  'registration.repeated.v1': registrationRepeatedV1,
  'registration.link-requested.v1': registrationLinkRequestedV1,
  'registration.confirmed.v1': registrationConfirmedV1,
  'registration.waitlisted.v1': registrationWaitlistedV1,
  'registration.offered.v1': registrationOfferedV1,
  'registration.offer-ended.v1': registrationOfferEndedV1,
  'registration.promoted.v1': registrationPromotedV1,
  'registration.moved.v1': registrationMovedV1,
  'registration.places-changed.v1': registrationPlacesChangedV1,
  'registration.cancelled.v1': registrationCancelledV1,
  'registration.expired.v1': registrationExpiredV1,
  'registration.erased.v1': registrationErasedV1,
  'registration.joining-opened.v1': registrationJoiningOpenedV1,
  'registration.exported.v1': registrationExportedV1,
  'registration.questions-changed.v1': registrationQuestionsChangedV1,
  'registration.sensitive-read.v1': registrationSensitiveReadV1,
  'registration.changed.v1': registrationChangedV1,
  'registration.participant-list-changed.v1': registrationParticipantListChangedV1,
  'registration.attended.v1': registrationAttendedV1,
  'registration.attendance-undone.v1': registrationAttendanceUndoneV1,
  'member.join-requested.v1': memberJoinRequestedV1,
  'member.joined.v1': memberJoinedV1,
  'member.preferences-changed.v1': memberPreferencesChangedV1,
  'member.left.v1': memberLeftV1,
  'members.exported.v1': membersExportedV1,
  'members.imported.v1': membersImportedV1,
  'mailing.prepared.v1': mailingPreparedV1,
  'mailing.discarded.v1': mailingDiscardedV1,
  'mailing.test-sent.v1': mailingTestSentV1,
  'mailing.started.v1': mailingStartedV1,
  'mailing.paused.v1': mailingPausedV1,
  'mailing.finished.v1': mailingFinishedV1,
  'mailing.letter-changed.v1': mailingLetterChangedV1,
  'mailing.letter-written.v1': mailingLetterWrittenV1,
  'rooms.opened.v1': roomsOpenedV1,
  'reflection.made.v1': reflectionMadeV1,
  'reflection.withdrawn.v1': reflectionWithdrawnV1,
  'reflection.moderated.v1': reflectionModeratedV1,
  'reflection.themed.v1': reflectionThemedV1,
  'reflections.exported.v1': reflectionsExportedV1,
  'theme.written.v1': themeWrittenV1,
  'theme.removed.v1': themeRemovedV1,
  'report.drafted.v1': reportDraftedV1,
  'report.changed.v1': reportChangedV1,
  'report.published.v1': reportPublishedV1,
  'organiser.invited.v1': organiserInvitedV1,
  'organiser.roles-changed.v1': organiserRolesChangedV1,
  'organiser.removed.v1': organiserRemovedV1,
  'organiser.signed-in.v1': organiserSignedInV1,
} as const;

export type DomainEventType = keyof typeof domainEvents;

export { cloneParts } from './events/event-cloned.v1.ts';
export { type EventNews, eventNews } from './mailing/mailing-finished.v1.ts';
export {
  eventCancelledV1,
  eventChangedV1,
  eventClonedV1,
  eventCreatedV1,
  eventJoiningChangedV1,
  eventPublishedV1,
  mailingDiscardedV1,
  mailingFinishedV1,
  mailingLetterChangedV1,
  mailingLetterWrittenV1,
  mailingPausedV1,
  mailingPreparedV1,
  mailingStartedV1,
  mailingTestSentV1,
  memberJoinedV1,
  memberJoinRequestedV1,
  memberLeftV1,
  memberPreferencesChangedV1,
  membersExportedV1,
  membersImportedV1,
  networkProvisionsChangedV1,
  networkStatementChangedV1,
  organiserInvitedV1,
  organiserRemovedV1,
  organiserRolesChangedV1,
  organiserSignedInV1,
  reflectionMadeV1,
  reflectionModeratedV1,
  reflectionsExportedV1,
  reflectionThemedV1,
  reflectionWithdrawnV1,
  registrationAttendanceUndoneV1,
  registrationAttendedV1,
  registrationCancelledV1,
  registrationChangedV1,
  registrationConfirmedV1,
  registrationErasedV1,
  registrationExpiredV1,
  registrationExportedV1,
  registrationJoiningOpenedV1,
  registrationLinkRequestedV1,
  registrationMovedV1,
  registrationOfferEndedV1,
  registrationOfferedV1,
  registrationParticipantListChangedV1,
  registrationPlacesChangedV1,
  registrationPromotedV1,
  registrationQuestionsChangedV1,
  registrationRepeatedV1,
  registrationRequestedV1,
  registrationSensitiveReadV1,
  registrationWaitlistedV1,
  reportChangedV1,
  reportDraftedV1,
  reportPublishedV1,
  roomsOpenedV1,
  themeRemovedV1,
  themeWrittenV1,
};
