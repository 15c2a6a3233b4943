import { date, defineForm, type FormValues, fill, integer, longText, text, time } from '@convener/forms';
import { dayThere, startOfDay } from '../domain/local-day.ts';
import type { OfferSetting } from '../domain/offers.ts';
import type { ReservedGroup } from '../domain/places.ts';

export const groupForm = defineForm({
  fields: {
    name: text({ what: 'the name of the group', max: 60 }),
    places: integer({ what: 'how many places', min: 0, max: 5000 }),
    release: date({ what: 'until when they are kept', optional: true }),
  },
});

export const offersForm = defineForm({
  fields: {
    quietFrom: time({ what: 'when quiet hours begin' }),
    quietUntil: time({ what: 'when quiet hours end' }),
    longestHours: integer({ what: 'the longest time for an offer', min: 1, max: 168 }),
  },
});

export const moveForm = defineForm({
  fields: {
    to: integer({ what: 'the new position', min: 1, max: 100_000 }),
    reason: longText({ what: 'why', max: 500 }),
  },
});

export function groupFrom({ name, places, release }: FormValues<typeof groupForm>, id: string | undefined, timeZone: string) {
  return { id, name, places, releaseAt: release && startOfDay(release, timeZone) };
}

/** A sound form, for the page again. */
export function groupKept({ name, places, release }: FormValues<typeof groupForm>) {
  return fill(groupForm, { name, places: String(places), release });
}

export function groupAsForm({ name, places, releaseAt }: ReservedGroup, timeZone: string) {
  return fill(groupForm, { name, places: String(places), release: releaseAt && dayThere(releaseAt, timeZone) });
}

export function offersAsForm({ quietFrom, quietUntil, longestHours }: OfferSetting) {
  return fill(offersForm, { quietFrom, quietUntil, longestHours: String(longestHours) });
}
