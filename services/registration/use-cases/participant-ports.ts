import type { ParticipantListSetting } from '../domain/event.ts';
import type { Registration } from '../domain/registration.ts';
import type { RegistrationPorts } from './ports.ts';

export interface ParticipantLists {
  /** Sets it, or turns it off; that it was changed is announced in the same write. */
  set(eventId: string, setting: ParticipantListSetting | undefined, by: { readonly id: string }, now: Date): Promise<void>;
  /** The same, only where nobody has set it yet. */
  setFirst(eventId: string, setting: ParticipantListSetting, by: { readonly id: string }, now: Date): Promise<void>;
  /** Registrations as they stand now, of those confirmed who agreed to be seen a moment ago. */
  shown(eventId: string): Promise<readonly Registration[]>;
}

export interface ParticipantPorts extends RegistrationPorts {
  readonly participants: ParticipantLists;
}
