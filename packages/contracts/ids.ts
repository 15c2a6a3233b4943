/** Ids are opaque, URL-safe and say nothing of a person. */
export type EventId = string;
export type RegistrationId = string;
export type MemberId = string;
export type OrganiserId = string;
export type ThemeId = string;
export type ReflectionId = string;
export type RoomId = string;
export type ReportId = string;
export type LetterId = string;
export type MailingId = string;
