/** Sorts by the instant of joining; the id only parts those of the same millisecond. */
export function waitingKeyOf(registrationId: string, now: Date): string {
  return `${now.toISOString()}#${registrationId}`;
}
