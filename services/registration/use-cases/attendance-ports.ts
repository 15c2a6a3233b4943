import type { Identities, RegistrationPorts } from './ports.ts';

export interface AttendanceCodes {
  /** The code that is shown at an event; the same however often it is asked. */
  codeOf(eventId: string): Promise<string>;
}

/** Counts what somebody does in ten minutes, under a name that tells nothing of them. */
export interface Tallies {
  /** Adds so many (fewer than none takes back), and says how many there were in the last ten minutes or a little longer. */
  add(name: string, by: number, now: Date): Promise<number>;
}

export type AttendancePorts = RegistrationPorts & {
  readonly identities: Identities;
  readonly codes: AttendanceCodes;
  readonly tallies: Tallies;
};
