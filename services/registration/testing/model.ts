import { type OfferSetting, offerUntil } from '../domain/offers.ts';

/** What the counters, the line and the offers must come out as, told the simplest way: one list of people, and nothing counted ahead. */
export interface Model {
  readonly capacity: number;
  readonly reserved: { readonly places: number; readonly releaseAt: string | undefined; readonly released: boolean } | undefined;
  readonly people: ReadonlyMap<string, Person>;
}

export interface Person {
  readonly group: boolean;
  readonly kind: 'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'declined' | 'lapsed' | 'cancelled';
  /** Holds a place: of the group's, or of everybody's. */
  readonly pool?: 'group' | 'all' | undefined;
  /** Of the pending and the offered. */
  readonly until?: string;
  /** The place in the line. */
  readonly key?: string;
}

export interface Facts {
  readonly startsAt: string;
  readonly timeZone: string;
  readonly offers: OfferSetting;
  readonly pendingHours: number;
  /** Only the thing itself, and not yet what follows from it for the line. */
  readonly lineStays?: boolean;
}

export type Op = { readonly alone?: boolean } & Kinds;

type Kinds =
  | {
      readonly kind: 'register' | 'press' | 'cancel' | 'claim' | 'decline' | 'rejoin' | 'regroup';
      readonly who: string;
      readonly group: boolean;
      /** What they found a moment ago: no place at all, or none of their group's. What was freed since is somebody else's turn. */
      readonly found?: 'nothing' | 'none-of-group';
      /** Somebody else was quicker, and it is refused. */
      readonly lost?: boolean;
    }
  | { readonly kind: 'capacity'; readonly to: number }
  | { readonly kind: 'release' }
  | { readonly kind: 'sweep' }
  /** Parts of others, between which somebody else may come. */
  | { readonly kind: 'expire' | 'lapse' | 'settle' | 'move' };

export type Personal = Extract<Op, { who: string }>;
export const count = ({ people }: Model, fits: (person: Person) => boolean) => [...people.values()].filter(fits).length;
export const apart = ({ reserved }: Model) => (reserved && !reserved.released ? reserved : undefined);
export const inGroup = (model: Model, { pool }: Person) => pool === 'group' && apart(model) !== undefined;

export function roomForAll(model: Model): number {
  const holders = count(model, (person) => person.pool !== undefined && !inGroup(model, person));
  const ofGroup = count(model, (person) => inGroup(model, person));
  return model.capacity - holders - Math.max(apart(model)?.places ?? 0, ofGroup);
}

export function roomForGroup(model: Model): number {
  const group = apart(model);
  return group && roomForAll(model) >= 0 ? Math.max(0, group.places - count(model, (person) => inGroup(model, person))) : 0;
}

export function having(model: Model, who: string, person: Person | undefined): Model {
  const people = new Map(model.people);
  if (person) people.set(who, person);
  else people.delete(who);
  return { ...model, people };
}

export function moveLine(model: Model, now: Date, facts: Facts): Model {
  if (facts.lineStays) return model;
  const line = [...model.people]
    .filter(([, { kind }]) => kind === 'waitlisted')
    .sort(([, a], [, b]) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
  const ofGroup = roomForGroup(model) > 0 ? line.find(([, { group }]) => group) : undefined;
  const next = ofGroup ?? (roomForAll(model) > 0 ? line[0] : undefined);
  if (!next) return model;
  const [who, { group }] = next;
  const until = offerUntil(now, facts, facts.offers);
  return moveLine(having(model, who, { group, kind: 'offered', pool: ofGroup ? 'group' : 'all', until }), now, facts);
}
