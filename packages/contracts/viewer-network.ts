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
