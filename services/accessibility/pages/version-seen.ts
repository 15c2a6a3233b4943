import type { Kept } from '@convener/forms';
import type { EventOutline } from '../domain/event.ts';
import { occasionOf, occasionText } from '../domain/occasion.ts';
import { tickedText } from './arranging-forms.ts';

interface Returned {
  readonly kind?: 'invalid';
  readonly kept?: Kept;
}

/**
 * What stands unseen in a form. One that comes back with a mistake is still the page of before, so it keeps the version that it showed:
 * with the one of now, it would write over what somebody else has saved since then. Once its sender was told of that, it has the one of now.
 */
export function versionSeen(state: Returned | undefined, name: string, now: number): string {
  const sent = state?.kind === 'invalid' ? state.kept?.[name] : undefined;
  return typeof sent === 'string' && /^\d{1,9}$/.test(sent) ? sent : String(now);
}

/** The same of when and where the event is: what was entered for one time is not saved for another. */
export function occasionSeen(state: Returned | undefined, event: EventOutline): string {
  const sent = state?.kind === 'invalid' ? state.kept?.occasion : undefined;
  return typeof sent === 'string' && sent !== '' ? sent : occasionText(occasionOf(event));
}

/** The same of whom a thing serves. */
export function servedSeen(state: Returned | undefined, now: readonly string[]): string {
  const sent = state?.kind === 'invalid' ? state.kept?.served : undefined;
  return typeof sent === 'string' && sent !== '' ? sent : tickedText(now);
}
