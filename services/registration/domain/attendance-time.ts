import type { Event } from './event.ts';

/** The code shown at an event works from so long before its start until so long after its end: people come early and leave late. */
const minutesBefore = 30;
const minutesAfter = 120;

export type AttendanceTime =
  | { readonly kind: 'called-off' }
  | { readonly kind: 'too-early'; readonly opensAt: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'over' };

export interface AttendanceHours {
  readonly opensAt: string;
  readonly closesAt: string;
}

export function attendanceHours({ startsAt, endsAt }: Event['outline']): AttendanceHours {
  return { opensAt: minutesFrom(startsAt, -minutesBefore), closesAt: minutesFrom(endsAt, minutesAfter) };
}

/** Whether people can say by themselves that they are here. Organisers can note it at any time. */
export function attendanceTime({ outline, places }: Pick<Event, 'outline' | 'places'>, now: Date): AttendanceTime {
  const at = now.toISOString();
  const { opensAt, closesAt } = attendanceHours(outline);
  if (places.calledOffAt) return { kind: 'called-off' };
  if (at < opensAt) return { kind: 'too-early', opensAt };
  return at < closesAt ? { kind: 'open' } : { kind: 'over' };
}

/** From when people can say that they are here, for as long as anybody wants to put it right: whoever waits may be let in. */
export function mayLetIn(event: Pick<Event, 'outline' | 'places'>, now: Date): boolean {
  const { kind } = attendanceTime(event, now);
  return kind === 'open' || kind === 'over';
}

function minutesFrom(iso: string, minutes: number): string {
  return new Date(Date.parse(iso) + minutes * 60_000).toISOString();
}
