import type { EventDetails } from './event.ts';

export type WindowState =
  | { readonly kind: 'not-yet'; readonly opensAt: string }
  | { readonly kind: 'open'; readonly closesAt: string }
  | { readonly kind: 'closed' };

/** Whether registration is open at a moment. */
export function registrationWindow(details: Pick<EventDetails, 'registrationOpensAt' | 'registrationClosesAt'>, now: Date): WindowState {
  if (now.getTime() < Date.parse(details.registrationOpensAt)) return { kind: 'not-yet', opensAt: details.registrationOpensAt };
  if (now.getTime() < Date.parse(details.registrationClosesAt)) return { kind: 'open', closesAt: details.registrationClosesAt };
  return { kind: 'closed' };
}
