/** What conditions on an event's counters say, once for all writes that need them. `group` is the name that a write gives its group. */
type GroupName = '#group' | '#from' | '#to';

export const stands = 'attribute_not_exists(calledOffAt)';
export const isOpen = `${stands} AND opensAt <= :now AND closesAt > :now`;
export const isFree = 'taken < #capacity AND waiting = :none';
/** Nobody gets a place, not even one that is set aside for them, while more is given and set aside than there is. */
const fits = 'taken <= #capacity';

export const standsApart = (group: GroupName) =>
  `attribute_exists(groups.${group}.places) AND attribute_not_exists(groups.${group}.releasedAt)`;
export const groupHasRoom = (group: GroupName) => `groups.${group}.taken < groups.${group}.places AND ${standsApart(group)} AND ${fits}`;
/** One of its places is free, and nobody of the group waits for it. */
export const groupIsFree = (group: GroupName) => `${groupHasRoom(group)} AND groups.${group}.waiting = :none`;

export const one = { ':one': { N: '1' } };
export const numbers = { ...one, ':none': { N: '0' } };
