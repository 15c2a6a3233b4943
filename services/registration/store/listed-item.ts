import type { Item } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { type ListedRegistration, type Registration, sinceWhen, waysOfTelling } from '../domain/registration.ts';

export const detailsSchema = z.object({
  name: z.string(),
  organisation: z.string(),
  comingAs: z.string(),
  wantsReport: z.boolean(),
  format: z.enum(['html', 'text']),
  supporter: z.optional(z.object({ name: z.string() })),
});

export const attendedSchema = z.union([
  z.object({ at: z.string(), how: z.literal('organiser'), by: z.string() }),
  z.object({ at: z.string(), how: z.enum(['code', 'link']) }),
]);

/**
 * What a list says of somebody, in a fixed order and as one text: the index roster carries nothing else, so that 5,000 people are two pages of
 * DynamoDB instead of three and are read in a third of the time. Name and address stand here and in no other attribute, which keeps an item
 * within the kilobyte that a write pays for. What few have comes last, and is left out where nobody after it has anything.
 */
const listedParts = [
  'name',
  'email',
  'organisation',
  'comingAs',
  'wantsReport',
  'format',
  'status',
  'since',
  'told',
  'pool',
  'shown',
  'supporter',
  'attended',
  'group',
] as const;

const listedText = z.object({
  name: z.string(),
  email: z.string(),
  organisation: z.string(),
  comingAs: z.string(),
  wantsReport: z.boolean(),
  format: z.enum(['html', 'text']),
  status: z.enum(['pending', 'confirmed', 'waitlisted', 'offered', 'cancelled']),
  /** Empty where ever since they registered. */
  since: z.string(),
  told: z.optional(z.enum(waysOfTelling)),
  /** Of their place. */
  pool: z.optional(z.string()),
  shown: z.optional(z.boolean()),
  /** The name, empty where they gave none. */
  supporter: z.optional(z.string()),
  attended: z.optional(attendedSchema),
  group: z.optional(z.string()),
});

/** All that a list needs to read. */
export const listedAttributes: readonly string[] = ['listingOrder', 'listed'];

export function listedTextOf(registration: Registration): string {
  const { details, email, state, registeredAt, told, shownToOthers, attended, group } = registration;
  const since = sinceWhen(registration);
  const always = [details.name, email, details.organisation, details.comingAs, details.wantsReport, details.format];
  const few = [
    told === 'form' ? null : (told ?? null),
    ('pool' in state ? state.pool : null) ?? null,
    shownToOthers ? true : null,
    details.supporter?.name ?? null,
    attended ?? null,
    group ?? null,
  ];
  const last = few.findLastIndex((each) => each !== null);
  return JSON.stringify([...always, state.kind, since === registeredAt ? '' : since, ...few.slice(0, last + 1)]);
}

/** A line of a list from the index; undefined where the item is from before it carried one. */
export function listedOf(item: Item): ListedRegistration | undefined {
  if (item.listed?.S === undefined) return undefined;
  const read = readText(item.listed.S);
  const [, registeredAt = ''] = (item.listingOrder?.S ?? '').split('#');
  return { ...read, registrationId: idIn(item), registeredAt, since: read.since || registeredAt };
}

/** A line of a list from the whole registration. */
export function listedFrom(registration: Registration): ListedRegistration {
  const { registrationId, registeredAt } = registration;
  const read = readText(listedTextOf(registration));
  return { ...read, registrationId, registeredAt, since: read.since || registeredAt };
}

/** `listingOrder` is `<standing>#<instant>#<id>`. */
export function idIn(item: Item): string {
  return item.listingOrder?.S?.split('#')[2] ?? '';
}

/** Name and address of a stored registration; items from before have them as attributes. */
export function personIn(listed: unknown): Pick<Registration, 'email' | 'details'> | undefined {
  if (typeof listed !== 'string') return undefined;
  const { email, details } = readText(listed);
  return { email, details };
}

function readText(text: string): Omit<ListedRegistration, 'registrationId' | 'registeredAt'> {
  const values: unknown = JSON.parse(text);
  const parts = Array.isArray(values) ? listedParts.map((part, at) => [part, values[at] ?? undefined]) : [];
  const { name, email, organisation, comingAs, wantsReport, format, status, since, told, pool, shown, supporter, attended, group } =
    listedText.parse(Object.fromEntries(parts));
  return {
    email,
    details: {
      ...{ name, organisation, comingAs, wantsReport, format },
      ...(typeof supporter === 'string' ? { supporter: { name: supporter } } : {}),
    },
    status,
    since,
    told: told ?? 'form',
    shownToOthers: shown ?? false,
    ...(typeof pool === 'string' ? { pool } : {}),
    ...(attended ? { attended } : {}),
    ...(typeof group === 'string' ? { group } : {}),
  };
}
