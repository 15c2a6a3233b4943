import { date, defineForm, type FormValues, fill, integer, longText, oneOf, text, time, when } from '@convener/forms';
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

const things = oneOf({ what: 'what you want to do', from: ['group', 'offers', 'release'], optional: true });

/** What is changed, a group unless it is said, and which group. */
const target = {
  do: { ...things, read: (raw: Parameters<typeof things.read>[0]) => things.read(raw === undefined ? 'group' : raw) },
  group: text({ what: 'the group that is changed', max: 100, optional: true }),
};
export const targetForm = defineForm({ fields: target });

const [aGroup, offers] = [{ field: 'do', is: ['group'] } as const, { field: 'do', is: ['offers'] } as const];

/** Everything that can be sent, for programs: a group with its places, `release` of one, or `offers`. */
export const placesForm = defineForm({
  fields: {
    ...target,
    name: when(aGroup, groupForm.fields.name),
    places: when(aGroup, groupForm.fields.places),
    release: when(aGroup, groupForm.fields.release),
    quietFrom: when(offers, offersForm.fields.quietFrom),
    quietUntil: when(offers, offersForm.fields.quietUntil),
    longestHours: when(offers, offersForm.fields.longestHours),
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
