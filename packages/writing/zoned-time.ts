/** Wall-clock date and time in a place, as organisers write them. */
export interface WallClock {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
}

/**
 * The instant of a wall-clock time in a time zone. A time that the clocks skip in spring means the moment an hour later; one that they
 * repeat in autumn means the first of the two.
 */
export function instantOf(wall: WallClock, timeZone: string): Date {
  const asUtc = Date.parse(`${wall.date}T${wall.time}:00Z`);
  // The offset before and after a change of clocks; the first that reads back as asked is the answer.
  const early = asUtc - offsetAt(asUtc - halfDay, timeZone);
  if (readsAs(early, asUtc, timeZone)) return new Date(early);
  const late = asUtc - offsetAt(asUtc + halfDay, timeZone);
  return new Date(readsAs(late, asUtc, timeZone) ? late : early);
}

/** Whether no clock there ever shows it: an hour that is left out in spring. */
export function isSkipped(wall: WallClock, timeZone: string): boolean {
  const shown = wallClockAt(instantOf(wall, timeZone), timeZone);
  return shown.date !== wall.date || shown.time !== wall.time;
}

/** What a clock on the wall shows at an instant. */
export function wallClockAt(instant: Date, timeZone: string): WallClock {
  const shown = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

const halfDay = 12 * 60 * 60 * 1000;

function readsAs(instant: number, wall: number, timeZone: string): boolean {
  return instant + offsetAt(instant, timeZone) === wall;
}

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(instant / 1000) * 1000;
}
