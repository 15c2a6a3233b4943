import {
  apart,
  count,
  type Facts,
  having,
  inGroup,
  type Model,
  moveLine,
  type Op,
  type Person,
  type Personal,
  roomForAll,
  roomForGroup,
} from './model.ts';
import { regroup } from './regroup-model.ts';

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

/** Where somebody could have a place without overtaking anybody. */
function poolFor(model: Model, group: boolean): Person['pool'] {
  if (group && roomForGroup(model) > 0 && count(model, (each) => each.kind === 'waitlisted' && each.group) === 0) return 'group';
  return roomForAll(model) > 0 && count(model, (each) => each.kind === 'waitlisted') === 0 ? 'all' : undefined;
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
