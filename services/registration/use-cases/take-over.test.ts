import { fromItem, getItem, type Table } from '@convener/dynamodb';
import { seededRandom } from '@convener/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { noticesKey, participantsKey } from '../store/keys.ts';
import { participantStore } from '../store/participant-store.ts';
import { takeOverStore } from '../store/take-over-store.ts';
import { factsOf, freshTable, openFrom, placesIn, portsOver, press, send } from '../testing/open-event.ts';
import { keepEvent } from './keep-event.ts';
import { releaseGroup, saveGroup, saveOffers } from './reserve-places.ts';
import { finishTakeOver, type TakeOverPorts, takeOver } from './take-over.ts';

const by = { organiserId: 'org_sample', now: openFrom };
const context = { now: openFrom, actor: { kind: 'organiser', id: 'org_sample' } } as const;
const cloned = { eventId: 'evt_new', fromEventId: 'evt_old', copies: ['texts', 'reserved-places', 'participant-list'] };
const offers = { quietFrom: '22:00', quietUntil: '08:00', longestHours: 6 };
const old = factsOf({ eventId: 'evt_old', slug: 'old', capacity: 20 });
// A year later, on the other side of a change of the clocks.
const fresh = factsOf({
  eventId: 'evt_new',
  slug: 'new',
  capacity: 20,
  startsAt: '2025-07-01T09:00:00.000Z',
  endsAt: '2025-07-01T11:00:00.000Z',
  registrationClosesAt: '2025-06-30T11:00:00.000Z',
});

let table: Table;
let ports: TakeOverPorts & ReturnType<typeof portsOver>;
beforeEach(async () => {
  table = await freshTable();
  ports = portsTo(table);
  await preparedOld();
});

const portsTo = (over: Table) => ({ ...portsOver(over), takeOvers: takeOverStore(over), participants: participantStore(over) });
const publish = (facts = fresh, version = 2, to = ports) => keepEvent({ facts, version, at: openFrom.toISOString() }, openFrom, to);
const publishAndFinish = async (facts = fresh, version = 2, to = ports) => {
  await publish(facts, version, to);
  await finishTakeOver(facts.eventId, openFrom, to);
};

/** An event with a group until ten days before it, one to the end, offers of six hours and a list for some days. */
async function preparedOld(to = ports, over = table): Promise<void> {
  await publish(old, 2, to);
  await saveGroup('evt_old', { id: undefined, name: 'Speakers', places: 3, releaseAt: '2024-11-10T00:00:00.000Z' }, by, to);
  await saveGroup('evt_old', { id: undefined, name: 'Carers', places: 2, releaseAt: undefined }, by, to);
  await saveOffers('evt_old', offers, by, to);
  await participantStore(over).set('evt_old', { from: '2024-11-13', until: '2024-12-04' }, { id: 'org_sample' }, openFrom);
}

const newEvent = async (to = ports) => {
  const event = await to.events.byId('evt_new');
  if (!event) throw new Error('The new event is not known.');
  return event;
};
const summary = async (to = ports) => {
  const { places, participantList } = await newEvent(to);
  return { groups: places.groups, offers: places.offers, setAside: places.setAside, taken: places.taken, participantList };
};

const taken = {
  groups: [
    { id: 'speakers', name: 'Speakers', places: 3, taken: 0, waiting: 0, releaseAt: '2025-06-20T23:00:00.000Z', releasedAt: undefined },
    { id: 'carers', name: 'Carers', places: 2, taken: 0, waiting: 0, releaseAt: undefined, releasedAt: undefined },
  ],
  offers,
  setAside: 5,
  taken: 0,
  participantList: { from: '2025-06-24', until: '2025-07-15' },
};

describe('a new event from an earlier one', () => {
  test('keeps the same places for the same groups, as long before its own day; offers and the list as well; nobody is in them', async () => {
    await send({ ports, slug: 'old' }, 'sam', { group: 'speakers' });
    await takeOver(cloned, context, ports);
    expect(await ports.events.byId('evt_new')).toBeUndefined();
    await publishAndFinish();
    expect(await summary()).toEqual(taken);
  });

  test('takes over also what was released meanwhile: an event that is done again is most often over', async () => {
    await releaseGroup('evt_old', 'speakers', { ...by, now: new Date('2024-11-09T23:30:00.000Z') }, ports);
    await takeOver(cloned, context, ports);
    await publishAndFinish();
    expect((await summary()).groups[0]).toMatchObject({
      id: 'speakers',
      places: 3,
      releasedAt: undefined,
      releaseAt: '2025-06-19T23:00:00.000Z',
    });
  });

  test('says that its places and its list were set, by whom, and once', async () => {
    await takeOver(cloned, context, ports);
    for (let told = 0; told < 3; told += 1) await publishAndFinish();
    const typesOn = async (key: Parameters<typeof getItem>[1]) => {
      const { envelopes } = fromItem((await getItem(table, key)) ?? {});
      return Array.isArray(envelopes) ? envelopes.map(({ type, actor }) => [type, actor.id]) : [];
    };
    expect(await typesOn(noticesKey('evt_new'))).toEqual([['registration.places-changed.v1', 'org_sample']]);
    expect(await typesOn(participantsKey('evt_new'))).toEqual([['registration.participant-list-changed.v1', 'org_sample']]);
  });

  test('takes over what was ticked alone', async () => {
    await takeOver({ ...cloned, copies: ['participant-list'] }, context, ports);
    await publishAndFinish();
    expect(await summary()).toMatchObject({ groups: [], setAside: 0, participantList: taken.participantList });
  });

  test('never writes over what somebody has set for it', async () => {
    await publish();
    await saveGroup('evt_new', { id: undefined, name: 'Its own', places: 1, releaseAt: undefined }, by, ports);
    await ports.participants.setFirst('evt_new', { from: '2025-06-30', until: '2025-07-01' }, { id: 'org_other' }, openFrom);
    await takeOver(cloned, context, ports);
    expect(await summary()).toMatchObject({ groups: [{ id: 'its-own' }], participantList: { from: '2025-06-30', until: '2025-07-01' } });
  });

  test('that is smaller gives up what does not fit; one that people came to already throws nobody out', async () => {
    await takeOver(cloned, context, ports);
    await publishAndFinish({ ...fresh, capacity: 4 });
    expect(await summary()).toMatchObject({ setAside: 4, taken: 0 });
    const full = factsOf({ ...fresh, eventId: 'evt_full', slug: 'full', capacity: 2 });
    await publish(full);
    const event = { table, ports, facts: full, eventId: 'evt_full', slug: 'full' };
    for (const who of ['ada', 'ben']) {
      await send(event, who);
      await press(event, who);
    }
    await takeOver({ ...cloned, eventId: 'evt_full' }, context, ports);
    expect(await placesIn(event)).toMatchObject({ taken: 2, setAside: 0, capacity: 2 });
  });

  test('from a draft that was made from another takes over what that one has not used yet', async () => {
    await takeOver({ ...cloned, eventId: 'evt_draft' }, context, ports);
    await takeOver({ ...cloned, fromEventId: 'evt_draft', copies: ['reserved-places'] }, context, ports);
    await publishAndFinish();
    expect(await summary()).toEqual({ ...taken, participantList: undefined });
  });

  test('from one that has nothing of it stays as it is, and waits for nothing', async () => {
    await publish(factsOf({ eventId: 'evt_plain', slug: 'plain' }));
    await takeOver({ ...cloned, fromEventId: 'evt_plain' }, context, ports);
    expect(await ports.takeOvers.load('evt_new')).toBeUndefined();
  });
});

describe('told 1 to 5 times in any order', () => {
  type Telling = (to: typeof ports) => Promise<unknown>;
  const told: readonly Telling[] = [
    (to) => takeOver(cloned, context, to),
    (to) => publishAndFinish(fresh, 2, to),
    (to) => publishAndFinish({ ...fresh, title: 'Changed' }, 3, to),
  ];

  async function afterTelling(order: readonly number[], spoil: (to: typeof ports) => typeof ports = (to) => to): Promise<unknown> {
    const over = await freshTable();
    const to = spoil(portsTo(over));
    await preparedOld(to, over);
    for (const number of order) await told[number]?.(to);
    return summary(to);
  }

  const histories = (count: number) => {
    const random = seededRandom(11);
    return Array.from({ length: count }, () =>
      random.shuffled(told.flatMap((_, number) => Array<number>(1 + random.integer(5)).fill(number))),
    );
  };

  test('it ends in the same state', async () => {
    for (const history of histories(12)) expect({ history, state: await afterTelling(history) }).toEqual({ history, state: taken });
  });

  test('a twin that sets the places whenever it is told sets them aside twice, and is caught', async () => {
    const forgetful = (to: typeof ports): typeof ports => ({
      ...to,
      takeOvers: { ...to.takeOvers, done: async () => undefined },
      reserved: {
        ...to.reserved,
        setFirst: async (eventId, groups, _offers, organiser) => {
          for (const group of groups) {
            const places = (await to.events.byId(eventId))?.places;
            if (places) await to.reserved.addGroup(eventId, { ...group, id: `${group.id}-${places.groups.length}` }, places, organiser);
          }
          return true;
        },
      },
    });
    const states = await Promise.all(histories(3).map((history) => afterTelling(history, forgetful)));
    expect(states.some((state) => JSON.stringify(state) !== JSON.stringify(taken))).toBe(true);
  });
});
