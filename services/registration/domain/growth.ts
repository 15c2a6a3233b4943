import { shortDate } from '@convener/writing/dates';
import type { ListedRegistration } from './registration.ts';

/** How registrations stood at the end of a day on which something happened. */
export interface DayOfGrowth {
  readonly label: string;
  /** Everybody who had registered and not cancelled by then. */
  readonly standing: number;
  /** Of those who wait now, how many waited by then. */
  readonly waiting: number;
  /** Cancelled by then. */
  readonly cancelled: number;
}

interface Happened {
  standing: number;
  waiting: number;
  cancelled: number;
}

/** Day by day, unconfirmed registrations left out. */
export function growthByDay(all: readonly ListedRegistration[], timeZone: string): readonly DayOfGrowth[] {
  const dayOf = daysIn(timeZone);
  const days = new Map<string, Happened>();
  const note = (instant: string, what: keyof Happened, by: number) => {
    const day = dayOf(instant);
    const happened = days.get(day) ?? { standing: 0, waiting: 0, cancelled: 0 };
    happened[what] += by;
    days.set(day, happened);
  };
  for (const { status, registeredAt, since } of all) {
    if (status === 'pending') continue;
    note(registeredAt, 'standing', 1);
    if (status === 'waitlisted' || status === 'offered') note(since, 'waiting', 1);
    if (status !== 'cancelled') continue;
    note(since, 'standing', -1);
    note(since, 'cancelled', 1);
  }
  let [standing, waiting, cancelled] = [0, 0, 0];
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, happened]) => {
      standing += happened.standing;
      waiting += happened.waiting;
      cancelled += happened.cancelled;
      return { label: shortDate(`${day}T12:00:00.000Z`, 'UTC'), standing, waiting, cancelled };
    });
}

/** The day of an instant as `YYYY-MM-DD`, with one formatter for all: making one takes longer than using it a hundred times. */
function daysIn(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instant) => format.format(new Date(instant));
}
