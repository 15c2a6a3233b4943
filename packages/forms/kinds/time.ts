import * as z from 'zod/mini';
import { cleanLine } from '../clean.ts';
import { type Asks, type Field, type Maybe, type Reading, read, typedField, wrong } from '../field.ts';

/** A time on the wall, in 24 hours: '09:30'. */
export type ClockTime = string;

const named: ReadonlyMap<string, ClockTime> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['12noon', '12:00'],
  ['midnight', '00:00'],
]);

/** A time of day, however people write it: 10:30, 10.30, 1030, 10am, 2:15 pm, noon. */
export function time<const Options extends Asks>(options: Options): Field<Maybe<Options, ClockTime>> {
  return typedField<ClockTime, Options>(options, {
    clean: cleanLine,
    json: z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)),
    understand: readTime,
  });
}

function readTime(text: string): Reading<ClockTime> {
  const typed = text.toLowerCase().replace(/\s/g, '');
  const byName = named.get(typed);
  if (byName !== undefined) return read(byName);
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:[:.]00)?(?:(a|p)\.?m\.?)?$/.exec(typed);
  if (!match) return wrong({ code: 'not-time' });
  const minutes = Number(match[2] ?? 0);
  const half = match[3];
  // "10" alone could be a number typed into the wrong field; "10am" and "10:00" could not.
  if (minutes > 59 || (match[2] === undefined && half === undefined)) return wrong({ code: 'not-time' });
  const hours = half === undefined ? Number(match[1]) : ofDay(Number(match[1]), half);
  if (hours === undefined || hours > 23) return wrong({ code: 'not-time' });
  return read(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
}

function ofDay(hour: number, half: string): number | undefined {
  if (hour > 12) return half === 'p' ? hour : undefined;
  if (hour < 1) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
