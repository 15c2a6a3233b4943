import { count, type Facts, having, inGroup, type Model, moveLine, type Personal, roomForAll, roomForGroup } from './model.ts';

/**
 * An organiser says that somebody belongs to the group, or does not. `lost`: somebody else changed the registration first, and nothing
 * happens. `none-of-group`: as it was tried, the group had no place.
 */
export function regroup(model: Model, { who, group, found, lost }: Personal, now: Date, facts: Facts): Model {
  const person = model.people.get(who);
  const chosen = group && model.reserved !== undefined;
  const gone = !person || ['declined', 'lapsed', 'cancelled'].includes(person.kind);
  if (lost || gone || person.group === chosen) return model;
  const renamed = { ...person, group: chosen };
  if (person.kind === 'waitlisted') return moveLine(having(model, who, renamed), now, facts);
  if (!person.pool) return having(model, who, renamed);
  if (chosen) {
    const free = roomForGroup(model) > 0 && count(model, (each) => each.kind === 'waitlisted' && each.group) === 0;
    if (!free || found) return having(model, who, renamed);
    return moveLine(having(model, who, { ...renamed, pool: 'group' }), now, facts);
  }
  if (person.pool === 'all') return having(model, who, renamed);
  const stays = inGroup(model, person) && (roomForAll(model) <= 0 || count(model, (each) => each.kind === 'waitlisted') > 0);
  return stays ? model : moveLine(having(model, who, { ...renamed, pool: 'all' }), now, facts);
}
