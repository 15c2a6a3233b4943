/** Whose place it is, from their session. */
export interface Place {
  readonly registrationId: string;
  readonly eventId: string;
  /** The same for one person at every event; sessions of before have none. */
  readonly person?: string;
}
