/** Days as `2026-03-27`, in the event's own time zone; they compare as text. */
export type Day = string;

const dayMs = 24 * 60 * 60 * 1000;

/** The day on which an instant falls, where the event is. */
export function dayOf(instant: string, timeZone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(new Date(instant));
}

export function isWorkingDay(day: Day): boolean {
  return !isWeekend(day) && !bankHolidays(Number(day.slice(0, 4))).has(day);
}

/** So many working days before `day`, which itself counts for nothing. With 0 it is the last working day that is not after `day`. */
export function workingDaysBefore(day: Day, count: number): Day {
  let at = day;
  if (count === 0) while (!isWorkingDay(at)) at = plus(at, -1);
  for (let left = count; left > 0; ) {
    at = plus(at, -1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** How many working days lie after `from`, up to and with `to`; 0 where `to` is not later. */
export function workingDaysUntil(from: Day, to: Day): number {
  let count = 0;
  for (let at = from; at < to; ) {
    at = plus(at, 1);
    if (isWorkingDay(at)) count += 1;
  }
  return count;
}

const byYear = new Map<number, ReadonlySet<Day>>();

/**
 * Scotland's bank holidays of a year, by the rules of the Banking and Financial Dealings Act 1971 and the St Andrew's Day Bank Holiday
 * (Scotland) Act 2007. Easter Monday is none here; the summer one is in August's first week.
 */
export function bankHolidays(year: number): ReadonlySet<Day> {
  const known = byYear.get(year);
  if (known) return known;
  const days = new Set([
    plus(easterSunday(year), -2),
    movedOnce.get(`${year}-may`) ?? mondayFrom(`${year}-05-01`),
    movedOnce.get(`${year}-spring`) ?? mondayFrom(`${year}-05-25`),
    mondayFrom(`${year}-08-01`),
    ...onlyOnce.filter((day) => day.startsWith(String(year))),
  ]);
  const dated = [`${year}-01-01`, `${year}-01-02`, `${year}-11-30`, `${year}-12-25`, `${year}-12-26`];
  for (const day of dated.filter((each) => !isWeekend(each))) days.add(day);
  // A holiday that falls on a weekend is made up for on the next day that is not free already.
  for (const day of dated.filter(isWeekend)) days.add(nextFree(day, days));
  byYear.set(year, days);
  return days;
}

/** By royal proclamation, each once: no rule foretells them. The last is for the football World Cup. */
const onlyOnce: readonly Day[] = ['2022-06-03', '2022-09-19', '2023-05-08', '2026-06-15'];
const movedOnce: ReadonlyMap<string, Day> = new Map([
  ['2020-may', '2020-05-08'],
  ['2022-spring', '2022-06-02'],
]);

function nextFree(day: Day, taken: ReadonlySet<Day>): Day {
  let at = day;
  while (isWeekend(at) || taken.has(at)) at = plus(at, 1);
  return at;
}

function mondayFrom(day: Day): Day {
  let at = day;
  while (weekday(at) !== 1) at = plus(at, 1);
  return at;
}

/** The Gregorian rule as Oudin gives it. */
function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const corrected = Math.floor((century - 17) / 25);
  const first = (century - Math.floor(century / 4) - Math.floor((century - corrected) / 3) + 19 * golden + 15) % 30;
  const moon = first - Math.floor(first / 28) * (1 - Math.floor(29 / (first + 1)) * Math.floor((21 - golden) / 11));
  const shift = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const away = moon - shift;
  return plus(`${year}-03-28`, away);
}

function isWeekend(day: Day): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function plus(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
