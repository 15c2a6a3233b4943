import { isSkipped } from '../domain/zoned-time.ts';
import { words } from '../words.en.ts';

interface Hours {
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * What only the time zone can tell: in spring the clocks leave an hour out. A time in it is no time, and would be read as an hour later, by
 * which an event could end before it starts.
 */
export function clockRules(timeZone: string) {
  const standsOnClocks = (field: 'startsAt' | 'endsAt') => (values: Hours) =>
    isSkipped({ date: values.date, time: values[field] }, timeZone) ? { field, message: words.form.skippedTime } : undefined;
  return [standsOnClocks('startsAt'), standsOnClocks('endsAt')];
}
