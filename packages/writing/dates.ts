/** How days and times are written for people, in the event's own time zone. `Wednesday, 20 November 2024`. */
export function longDate(instant: string, timeZone: string): string {
  return format(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone });
}

/** `20 November 2024`. */
export function plainDate(instant: string, timeZone: string): string {
  return format(instant, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
}

/** `20 Nov 2024`: for columns. */
export function shortDate(instant: string, timeZone: string): string {
  return format(instant, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
}

/** `10am`, `12:30pm`, as the network's reports write them. Midnight is 12am. */
export function shortTime(instant: string, timeZone: string): string {
  // By the 24-hour clock: what this locale calls midday on a 12-hour clock differs between versions of ICU.
  const [hour = 0, minute = 0] = format(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** Two times of one day, or both days where it goes on past midnight. */
export function whenItIs(startsAt: string, endsAt: string, timeZone: string): string {
  const [from, to] = [longDate(startsAt, timeZone), longDate(endsAt, timeZone)];
  const [start, end] = [shortTime(startsAt, timeZone), shortTime(endsAt, timeZone)];
  return from === to ? `${from}, ${start} to ${end}` : `${from}, ${start} to ${to}, ${end}`;
}

/** What takes place, and whether everybody who takes part is there. */
export interface Occasion {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly mode: 'online' | 'in-person' | 'hybrid';
}

/** The same with its time zone, where people may take part from elsewhere. */
export function whenForAll(occasion: Occasion): string {
  const { startsAt, endsAt, timeZone } = occasion;
  return whenItIs(startsAt, endsAt, timeZone) + zoneBeside(occasion);
}

/** `, UK time` to stand after a time of something that people may take part in from elsewhere; nothing where all are in one place. */
export function zoneBeside({ mode, timeZone, startsAt }: Omit<Occasion, 'endsAt'>): string {
  return mode === 'in-person' ? '' : `, ${zoneName(timeZone, startsAt)}`;
}

/** `UK time`, `Newfoundland Time`: as people there call it, in winter and in summer alike. */
export function zoneName(timeZone: string, at: string): string {
  const generic = zonePart(at, timeZone, 'longGeneric');
  if (generic === 'United Kingdom Time') return 'UK time';
  return generic.startsWith('GMT') ? zonePart(at, timeZone, 'long') : generic;
}

function zonePart(instant: string, timeZone: string, timeZoneName: 'long' | 'longGeneric'): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName }).formatToParts(new Date(instant));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant));
}
