import { exampleEventFacts } from '@convener/contracts';
import { seededRandom } from '@convener/testing';
import { describe, expect, test } from 'vitest';
import { keptOf } from '../domain/event.ts';
import { reactions } from '../handlers/reactions.ts';
import { freshTable, now, openEvent, organiser, portsOver } from '../testing/open-event.ts';
import { changeRooms } from '../use-cases/change-rooms.ts';
import type { Events } from '../use-cases/ports.ts';

describe('the read model of an event', () => {
  const told = [
    { type: 'event.published.v1', version: 2, question: 'First?' },
    { type: 'event.changed.v1', version: 3, question: 'Second?' },
    { type: 'event.changed.v1', version: 4, question: 'Third?' },
    { type: 'event.cancelled.v1', version: 5, question: 'Third?' },
  ] as const;
  const tell = (events: Events, { type, version, question }: (typeof told)[number]) => {
    const event = { ...exampleEventFacts, question };
    return reactions[type]({ aggregate: { id: event.eventId, version }, data: { event, changed: [] } }, { events });
  };

  test('comes out the same from any order and any number of repetitions', async () => {
    const random = seededRandom(11);
    for (let history = 0; history < 25; history += 1) {
      const { events } = portsOver(await freshTable());
      const again = told.flatMap((each) => Array.from({ length: 1 + random.integer(5) }, () => each));
      for (const each of random.shuffled(again)) await tell(events, each);
      expect((await events.ground(exampleEventFacts.eventId))?.event).toEqual(keptOf({ ...exampleEventFacts, question: 'Third?' }, true));
    }
  });

  test('kept without its version would end in whatever came last (negative control)', async () => {
    const { events } = portsOver(await freshTable());
    let careless = 100;
    for (const each of told.toReversed()) {
      careless += 1;
      await tell({ ...events, keep: (event) => events.keep(event, careless) }, each);
    }
    expect((await events.ground(exampleEventFacts.eventId))?.event.question).toBe('First?');
  });
});

test('two organisers who open rooms at once open as many as was said, not twice as many', async () => {
  const { eventId, ports } = await openEvent({ rooms: 0 });
  const open = () =>
    changeRooms({ eventId, request: { kind: 'open', total: 6 }, actor: organiser, now, label: (number) => `Room ${number}` }, ports);
  await Promise.all([open(), open(), open()]);
  const ground = await ports.events.ground(eventId);
  expect(ground?.rooms.value.rooms.map((room) => room.label)).toEqual(['Room 1', 'Room 2', 'Room 3', 'Room 4', 'Room 5', 'Room 6']);
});
