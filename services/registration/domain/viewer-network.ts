import { viewerNetwork } from '@convener/contracts';

export { viewerNetwork };

/** Past so many unconfirmed registrations in ten minutes from one network, a registration holds no place until its link is pressed. */
export const unconfirmedLimit = 20;
/**
 * Forms in ten minutes from one network that may set off a letter: without it one sender could have us write to as many strangers as there
 * are addresses. An office of 60 who register all at once, and look for their letter, stays below.
 */
export const letterLimit = 100;
export const viewerWindowMinutes = 10;
/** As long as an unconfirmed place is held: what one network holds of an event never adds up beyond its share. */
export const shareWindowHours = 24;

const smallestShare = 3;

/**
 * Of an event's places, how many the forms of one network may hold unconfirmed in a day: a quarter, so that nobody empties a small event with
 * made-up addresses. Beyond it a registration holds nothing, and takes its place as its link is pressed.
 */
export function heldShare(capacity: number): number {
  return Math.min(unconfirmedLimit, Math.max(smallestShare, Math.floor(capacity / 4)));
}

/** The line that somebody rents is a /64 to a /48 of IPv6: within it one person has as many networks as they like. */
export function viewerLine(ip: string): string {
  const network = viewerNetwork(ip);
  return network.endsWith('::/64') ? `${network.split(':').slice(0, 3).join(':')}::/48` : network;
}
