import { expect, test } from 'vitest';
import { openEvent, send } from '../testing/open-event.ts';
import { GoneMeanwhileError, placesTurn } from './places-turn.ts';

const forEverybody = { kind: 'take-while-open', pool: undefined } as const;

test('whoever comes for a place and finds, in their turn, that the last one is gone does not ask for it again', async () => {
  const event = await openEvent({ capacity: 2 });
  await send(event, 'ada');
  await expect(placesTurn(event.table, event.eventId, forEverybody)(1)).resolves.toBeUndefined();
  await send(event, 'ben');
  const refused = await placesTurn(event.table, event.eventId, forEverybody)(1).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(GoneMeanwhileError);
  expect(refused).toMatchObject({ places: { capacity: 2, taken: 2 } });
});

test('whoever comes for anything else asks as before, however full it is', async () => {
  const event = await openEvent({ capacity: 1 });
  await send(event, 'ada');
  for (const effect of [{ kind: 'while-open' }, { kind: 'release', pool: undefined }, { kind: 'none' }] as const) {
    await expect(placesTurn(event.table, event.eventId, effect)(1)).resolves.toBeUndefined();
  }
});

test('an event whose places cannot be read keeps nobody from trying', async () => {
  const event = await openEvent({ capacity: 1 });
  await expect(placesTurn(event.table, 'evt_unknown', forEverybody)(1)).resolves.toBeUndefined();
});
