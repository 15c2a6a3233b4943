export { viewerNetwork } from '@convener/contracts';

/** Past so many unconfirmed registrations in ten minutes from one network, a registration holds no place until its link is pressed. */
export const unconfirmedLimit = 20;
/**
 * Forms in ten minutes from one network that may set off a letter: without it one sender could have us write to as many strangers as there
 * are addresses. An office of 60 who register all at once, and look for their letter, stays below.
 */
export const letterLimit = 100;
export const viewerWindowMinutes = 10;
