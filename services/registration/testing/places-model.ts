import { type OfferSetting, offerUntil } from '../domain/offers.ts';
import { regroup } from './regroup-model.ts';

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
type Change = (model: Model, now: Date, facts: Facts) => Model;

export function after(op: Op, model: Model, now: Date, given: Facts): Model {
  const facts = op.alone ? { ...given, lineStays: true } : given;
  switch (op.kind) {
    case 'register':
      return register(model, op, now, facts);
    case 'press':
      return press(model, op, now, facts);
    case 'cancel':
      return leave(model, op.who, 'cancelled', now, facts);
    case 'claim':
      return claim(model, op.who, now, facts);
    case 'decline':
      return model.people.get(op.who)?.kind === 'offered' ? leave(model, op.who, 'declined', now, facts) : model;
    case 'rejoin':
      return model.people.get(op.who)?.kind === 'lapsed' ? takeOrWait(model, op, now, facts) : model;
    case 'regroup':
      return regroup(model, op, now, facts);
    case 'capacity':
      return op.alone ? { ...model, capacity: op.to } : settle({ ...model, capacity: op.to }, now, facts);
    case 'release':
      return release(model, now, facts);
    case 'sweep':
      return [expire, lapse, settle].reduce((swept: Model, sweep: Change) => sweep(swept, now, facts), model);
    case 'expire':
      return expire(model, now, facts);
    case 'lapse':
      return lapse(model, now, facts);
    case 'settle':
      return settle(model, now, facts);
    case 'move':
      return moveLine(model, now, facts);
  }
}

export const count = ({ people }: Model, fits: (person: Person) => boolean) => [...people.values()].filter(fits).length;
const apart = ({ reserved }: Model) => (reserved && !reserved.released ? reserved : undefined);
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

/** Where somebody could have a place without overtaking anybody. */
function poolFor(model: Model, group: boolean): Person['pool'] {
  if (group && roomForGroup(model) > 0 && count(model, (each) => each.kind === 'waitlisted' && each.group) === 0) return 'group';
  return roomForAll(model) > 0 && count(model, (each) => each.kind === 'waitlisted') === 0 ? 'all' : undefined;
}

export function having(model: Model, who: string, person: Person | undefined): Model {
  const people = new Map(model.people);
  if (person) people.set(who, person);
  else people.delete(who);
  return { ...model, people };
}

function register(model: Model, { found, who, group }: Personal, now: Date, facts: Facts): Model {
  const before = model.people.get(who);
  const live = before && !['declined', 'lapsed', 'cancelled'].includes(before.kind);
  const chosen = group && model.reserved !== undefined;
  if (live) return before.kind === 'pending' && !before.pool ? having(model, who, { ...before, group: chosen }) : model;
  const until = new Date(now.getTime() + facts.pendingHours * 60 * 60 * 1000).toISOString();
  const pool = found === 'nothing' ? undefined : poolFor(model, chosen && found === undefined);
  return having(model, who, { group: chosen, kind: 'pending', pool, until });
}

function press(model: Model, op: Personal, now: Date, facts: Facts): Model {
  const { who } = op;
  const person = model.people.get(who);
  if (person?.kind !== 'pending' || now.toISOString() >= (person.until ?? '')) return model;
  return person.pool
    ? having(model, who, { group: person.group, kind: 'confirmed', pool: person.pool })
    : takeOrWait(model, op, now, facts);
}

function takeOrWait(model: Model, { who, found }: Personal, now: Date, facts: Facts): Model {
  const group = model.people.get(who)?.group ?? false;
  const pool = poolFor(model, group && found === undefined);
  if (pool) return having(model, who, { group, kind: 'confirmed', pool });
  return moveLine(having(model, who, { group, kind: 'waitlisted', key: `${now.toISOString()}#${who}` }), now, facts);
}

function leave(model: Model, who: string, as: 'cancelled' | 'declined' | 'lapsed', now: Date, facts: Facts): Model {
  const person = model.people.get(who);
  if (!person || ['declined', 'lapsed', 'cancelled'].includes(person.kind)) return model;
  const gone = having(model, who, { group: person.group, kind: as });
  return person.pool ? moveLine(gone, now, facts) : gone;
}

function claim(model: Model, who: string, now: Date, facts: Facts): Model {
  const person = model.people.get(who);
  if (person?.kind !== 'offered') return model;
  if (now.toISOString() >= (person.until ?? '')) return leave(model, who, 'lapsed', now, facts);
  return having(model, who, { group: person.group, kind: 'confirmed', pool: person.pool });
}

function dueOf(model: Model, kind: Person['kind'], now: Date): readonly string[] {
  const due = [...model.people].filter(([, person]) => person.kind === kind && (person.until ?? '') <= now.toISOString());
  return due
    .map(([who, { until }]) => ({ who, at: `${until}#${who}` }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ who }) => who);
}

function expire(model: Model, now: Date, facts: Facts): Model {
  return dueOf(model, 'pending', now).reduce((swept, who) => {
    const held = swept.people.get(who)?.pool;
    const gone = having(swept, who, undefined);
    return held ? moveLine(gone, now, facts) : gone;
  }, model);
}

function lapse(model: Model, now: Date, facts: Facts): Model {
  return dueOf(model, 'offered', now).reduce((swept, who) => leave(swept, who, 'lapsed', now, facts), model);
}

function release(model: Model, now: Date, facts: Facts): Model {
  const { reserved } = model;
  if (!reserved || reserved.released) return model;
  const released = { ...model, reserved: { ...reserved, releaseAt: now.toISOString() } };
  return facts.lineStays ? { ...model, reserved: { ...released.reserved, released: true } } : settle(released, now, facts);
}

/** Places whose date has come are everybody's; what was set aside and is not there any more goes before anything else. */
function settle(model: Model, now: Date, facts: Facts): Model {
  const { reserved } = model;
  const due = reserved?.releaseAt !== undefined && reserved.releaseAt <= now.toISOString();
  const released = reserved && due ? { ...model, reserved: { ...reserved, released: true } } : model;
  const group = apart(released);
  const over = -roomForAll(released);
  if (!group || over <= 0) return moveLine(released, now, facts);
  const unsold = Math.max(0, group.places - count(released, (person) => inGroup(released, person)));
  return moveLine({ ...released, reserved: { ...group, places: group.places - Math.min(over, unsold) } }, now, facts);
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
