import { modes } from '@convener/contracts';
import {
  date,
  defineForm,
  type FieldError,
  type FormValues,
  fill,
  integer,
  longText,
  markdown,
  oneOf,
  slug,
  slugFrom,
  text,
  time,
  url,
  when,
} from '@convener/forms';
import type { EventDetails } from '../domain/event.ts';
import { instantOf, wallClockAt } from '../domain/zoned-time.ts';
import { words } from '../words.en.ts';
import { clockRules } from './clock-rules.ts';

/** An event's main form: what a browser posts and what a program sends as JSON. Times are wall-clock times in the network's time zone. */
export const eventForm = defineForm({
  fields: {
    title: text({ what: 'a title', max: 200 }),
    slug: slug({ what: 'an address', optional: true }),
    series: text({ what: 'a series', max: 100, optional: true }),
    purpose: text({ what: 'a purpose', max: 300, optional: true }),
    description: markdown({ what: 'a description', max: 10_000, optional: true }),
    date: date({ what: 'the date' }),
    startsAt: time({ what: 'the time it starts' }),
    endsAt: time({ what: 'the time it ends' }),
    mode: oneOf({ what: 'how it is held', from: modes }),
    place: when({ field: 'mode', is: ['in-person', 'hybrid'] }, text({ what: 'where it is held', max: 300 })),
    capacity: integer({ what: 'the number of places', min: 1, max: 5000 }),
    opensOn: date({ what: 'the date on which registration opens' }),
    opensAt: time({ what: 'the time at which registration opens' }),
    closesOn: date({ what: 'the date on which registration closes' }),
    closesAt: time({ what: 'the time at which registration closes' }),
    question: longText({ what: 'the breakout question', max: 1000, optional: true }),
    joiningLink: url({ what: 'the joining link', optional: true }),
    joiningInstructions: longText({ what: 'joining instructions', max: 2000, optional: true }),
    /** Of the event as it was on the page; a program may leave it out. */
    version: integer({ what: 'the version that you changed', optional: true }),
  },
  rules: [
    (values) => (values.endsAt > values.startsAt ? undefined : { field: 'endsAt', message: words.form.endsAfterStart }),
    (values) =>
      `${values.closesOn}T${values.closesAt}` > `${values.opensOn}T${values.opensAt}`
        ? undefined
        : { field: 'closesOn', message: words.form.closesAfterOpens },
    (values) =>
      `${values.closesOn}T${values.closesAt}` <= `${values.date}T${values.endsAt}`
        ? undefined
        : { field: 'closesOn', message: words.form.closesBeforeEnd },
    (values) => ((values.slug ?? slugFrom(values.title)) ? undefined : { field: 'slug', message: words.form.noSlug }),
  ],
});

/** The form where the event is. */
export const eventFormIn = (timeZone: string): typeof eventForm => ({ ...eventForm, rules: [...eventForm.rules, ...clockRules(timeZone)] });

/** The Markdown parser is loaded when there is something to save: its grammar costs a cold function 6 ms, which the other pages do without. */
export async function detailsFrom(values: FormValues<typeof eventForm>, timeZone: string): Promise<EventDetails> {
  const { renderMarkdown } = await import('@convener/ui/markdown');
  const instant = (day: string, clock: string) => instantOf({ date: day, time: clock }, timeZone).toISOString();
  return {
    title: values.title,
    slug: values.slug ?? slugFrom(values.title),
    series: values.series ?? '',
    purpose: values.purpose ?? '',
    description: values.description ?? '',
    descriptionHtml: renderMarkdown(values.description ?? '', { topLevel: 3 }).safeHtml,
    startsAt: instant(values.date, values.startsAt),
    endsAt: instant(values.date, values.endsAt),
    mode: values.mode,
    place: values.place ?? '',
    capacity: values.capacity,
    registrationOpensAt: instant(values.opensOn, values.opensAt),
    registrationClosesAt: instant(values.closesOn, values.closesAt),
    question: values.question ?? '',
    joiningLink: values.joiningLink ?? '',
    joiningInstructions: values.joiningInstructions ?? '',
  };
}

/** What the form shows when an event is edited. */
export function filledWith(details: EventDetails, timeZone: string) {
  const wall = (instant: string) => wallClockAt(new Date(instant), timeZone);
  return fill(eventForm, {
    ...details,
    date: wall(details.startsAt).date,
    startsAt: wall(details.startsAt).time,
    endsAt: wall(details.endsAt).time,
    capacity: String(details.capacity),
    opensOn: wall(details.registrationOpensAt).date,
    opensAt: wall(details.registrationOpensAt).time,
    closesOn: wall(details.registrationClosesAt).date,
    closesAt: wall(details.registrationClosesAt).time,
  });
}

export function slugTakenError(): FieldError {
  return { field: 'slug', id: 'slug', message: words.form.slugTaken };
}

export const speakerForm = defineForm({
  fields: {
    name: text({ what: 'the name', max: 120 }),
    role: text({ what: 'the role', max: 160, optional: true }),
    organisation: text({ what: 'the organisation', max: 160, optional: true }),
  },
});

export const linkForm = defineForm({
  fields: { label: text({ what: 'the words of the link', max: 160 }), url: url({ what: 'the address' }) },
});
