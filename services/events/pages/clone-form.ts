import { cloneParts } from '@convener/contracts/domain-events';
import { date, defineForm, type FieldError, type FormValues, fill, integer, severalOf, slug, slugFrom, text, time } from '@convener/forms';
import { suggestedDay } from '../domain/clone.ts';
import type { Event } from '../domain/event.ts';
import { instantOf, wallClockAt } from '../domain/zoned-time.ts';
import { words } from '../words.en.ts';
import { clockRules } from './clock-rules.ts';

/** What a new event needs that the old one cannot tell. Times are wall-clock times where the old event is. */
export const cloneForm = defineForm({
  fields: {
    title: text({ what: 'a title', max: 200 }),
    slug: slug({ what: 'an address', optional: true }),
    date: date({ what: 'the date' }),
    startsAt: time({ what: 'the time it starts' }),
    endsAt: time({ what: 'the time it ends' }),
    capacity: integer({ what: 'the number of places', min: 1, max: 5000 }),
    copies: severalOf({ what: 'what is taken over', from: cloneParts }),
  },
  rules: [
    (values) => (values.endsAt > values.startsAt ? undefined : { field: 'endsAt', message: words.form.endsAfterStart }),
    (values) => ((values.slug ?? slugFrom(values.title)) ? undefined : { field: 'slug', message: words.form.noSlug }),
  ],
});

/** The form where the event is. */
export const cloneFormIn = (timeZone: string): typeof cloneForm => ({ ...cloneForm, rules: [...cloneForm.rules, ...clockRules(timeZone)] });

export function wishFrom(
  { date: on, startsAt, endsAt, title, capacity, copies, ...values }: FormValues<typeof cloneForm>,
  timeZone: string,
) {
  const instant = (clock: string) => instantOf({ date: on, time: clock }, timeZone).toISOString();
  return {
    wish: { title, slug: values.slug ?? slugFrom(title), startsAt: instant(startsAt), endsAt: instant(endsAt), capacity, copies },
    address: values.slug === undefined ? ('made' as const) : ('asked-for' as const),
  };
}

/** What the form suggests: the same again, some weeks ahead. */
export function suggestionFor(event: Event, now: Date) {
  const clock = (instant: string) => wallClockAt(new Date(instant), event.timeZone).time;
  const { title, startsAt, endsAt, capacity } = event.details;
  return fill(cloneForm, {
    title,
    date: suggestedDay(event, now),
    startsAt: clock(startsAt),
    endsAt: clock(endsAt),
    capacity: String(capacity),
    copies: [...cloneParts],
  });
}

/** A sound form, for the page again. */
export function keptFrom(values: FormValues<typeof cloneForm>) {
  return fill(cloneForm, { ...values, capacity: String(values.capacity) });
}

export const slugTaken: FieldError = { field: 'slug', id: 'slug', message: words.form.slugTaken };
