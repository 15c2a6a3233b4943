/**
 * The version that the page showed when it was filled in: one that comes back with a mistake keeps it, or it would write over what somebody
 * else has saved since. Undefined for programs, which need not say what they saw.
 */
export function versionSeen({ version }: Readonly<Record<string, unknown>>): number | undefined {
  if (typeof version === 'number') return version;
  return typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : undefined;
}
