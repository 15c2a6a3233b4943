/** Past so many unconfirmed registrations in ten minutes from one network, a registration holds no place until its link is pressed. */
export const unconfirmedLimit = 20;
/**
 * Forms in ten minutes from one network that may set off a letter: without it one sender could have us write to as many strangers as there
 * are addresses. An office of 60 who register all at once, and look for their letter, stays below.
 */
export const letterLimit = 100;
export const viewerWindowMinutes = 10;

/** What counts as one sender. An IPv6 household has a whole /64 to itself, so that is what is counted. */
export function viewerNetwork(ip: string): string {
  if (!ip.includes(':')) return ip;
  // An IPv4 address in IPv6 clothes: `::ffff:192.0.2.1`.
  if (ip.includes('.')) return ip.slice(ip.lastIndexOf(':') + 1);
  const [head = '', tail = ''] = ip.toLowerCase().split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === '' ? [] : tail.split(':');
  const middle = ip.includes('::') ? new Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0') : [];
  const groups = [...start, ...middle, ...end].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
