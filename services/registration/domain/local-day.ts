const dayMs = 24 * 60 * 60 * 1000;

/** The instant at which a day (`2024-11-01`) begins by the clock there. Where a day begins after midnight, that is its first instant. */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  // By how much the clock there is ahead, as it is near that midnight; twice, since the first guess may lie across a change of clocks.
  const first = midnight - aheadAt(midnight, timeZone);
  return new Date(midnight - aheadAt(first, timeZone)).toISOString();
}

/** `2024-11-01`: the day that an instant falls on there. */
export function dayThere(instant: string, timeZone: string): string {
  return new Date(Date.parse(instant) + aheadAt(Date.parse(instant), timeZone)).toISOString().slice(0, 10);
}

function aheadAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '00';
  const there = Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00.000Z`);
  return Math.max(-dayMs, Math.min(dayMs, there - Math.floor(instant / 60_000) * 60_000));
}
