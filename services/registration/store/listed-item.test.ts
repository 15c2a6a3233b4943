import { commit, fromItem, getItem, toItem } from '@convener/dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Registration, sinceWhen, waysOfTelling } from '../domain/registration.ts';
import { type OpenEvent, openEvent, press, send } from '../testing/open-event.ts';
import { registrationKey } from './keys.ts';
import { listedAttributes, listedFrom, listedOf } from './listed-item.ts';
import { attributesOf, registrationOf } from './registration-item.ts';

const text = fc.string({ unit: 'binary' });
const instant = fc
  .integer({ min: Date.parse('2024-01-01'), max: Date.parse('2026-01-01') })
  .map((milliseconds) => new Date(milliseconds).toISOString());
const details = fc.record(
  {
    ...{ name: text, organisation: text, comingAs: text, wantsReport: fc.boolean() },
    ...{ format: fc.constantFrom('html', 'text'), supporter: fc.record({ name: text }) },
  },
  { requiredKeys: ['name', 'organisation', 'comingAs', 'wantsReport', 'format'] },
);
const pool = { pool: fc.constant('speakers') };
const state: fc.Arbitrary<Registration['state']> = fc.oneof(
  fc.record({ kind: fc.constant('pending'), holds: fc.constant('nothing'), expiresAt: instant }),
  fc.record({ kind: fc.constant('confirmed'), at: instant, ...pool }, { requiredKeys: ['kind', 'at'] }),
  fc.record({ kind: fc.constant('waitlisted'), waitingKey: instant.map((at) => `${at}#reg_a`) }),
  fc.record({ kind: fc.constant('offered'), waitingKey: text, offeredAt: instant, until: instant }),
  fc.record({ kind: fc.constant('cancelled'), by: fc.constant('attendee'), at: instant }),
  fc.record({ kind: fc.constant('cancelled'), by: fc.constant('event'), was: fc.constant('confirmed'), at: instant }),
);
const registration: fc.Arbitrary<Registration> = fc.record(
  {
    ...{ registrationId: fc.constant('reg_a-b_c'), eventId: fc.constant('evt_a'), email: text, details, state, registeredAt: instant },
    ...{ linkVersion: fc.nat(), letters: fc.record({ since: instant, count: fc.nat() }) },
    ...{ told: fc.constantFrom(...waysOfTelling), shownToOthers: fc.record({ at: instant, words: fc.nat() }) },
    attended: fc.record({ at: instant, how: fc.constant('organiser'), by: text }),
    group: fc.constantFrom('speakers', 'people-with-lived-experience'),
  },
  { requiredKeys: ['registrationId', 'eventId', 'email', 'details', 'state', 'registeredAt', 'linkVersion', 'letters'] },
);

function stored(given: Registration) {
  return toItem({ pk: 'REG#reg_a-b_c', sk: 'REG', version: 1, envelopes: [], ...attributesOf(given) });
}

describe('what a list says of somebody', () => {
  test('a registration comes back as it was stored, whatever was typed', () => {
    fc.assert(
      fc.property(registration, (given) => void expect(registrationOf(stored(given))).toMatchObject(given)),
      { numRuns: 300 },
    );
  });

  test('the index says the same as the registration', () => {
    fc.assert(
      fc.property(registration, (given) => {
        const item = stored(given);
        const inIndex = Object.fromEntries(listedAttributes.flatMap((name) => (item[name] ? [[name, item[name]]] : [])));
        const { registrationId, registeredAt, email } = given;
        const said = { registrationId, registeredAt, email, details: given.details, status: given.state.kind, since: sinceWhen(given) };
        expect(listedOf(inIndex)).toMatchObject({
          ...said,
          told: given.told ?? 'form',
          shownToOthers: given.shownToOthers !== undefined,
        });
        expect(listedOf(inIndex)).toEqual(listedFrom(given));
        expect(listedOf(inIndex)?.attended).toEqual(given.attended);
        expect(listedOf(inIndex)?.group).toBe(given.group);
        expect(listedOf(inIndex)?.pool).toBe('pool' in given.state ? given.state.pool : undefined);
      }),
      { numRuns: 300 },
    );
  });

  test('name and address stand nowhere else in the item', async () => {
    const event = await openEvent();
    await send(event, 'findable');
    const [listed] = await event.ports.registrations.ofEvent(event.eventId);
    const { listed: _, ...rest } = (await getItem(event.table, registrationKey(listed?.registrationId ?? ''))) ?? {};
    expect(JSON.stringify(rest)).not.toMatch(/findable|Sample Person/);
  });
});

/** As registrations were stored before the index carried a text: the same, with its person in attributes. */
async function madeOlder(event: OpenEvent, who: string): Promise<string> {
  const listed = (await event.ports.registrations.ofEvent(event.eventId)).find(({ email }) => email === `${who}@example.org`);
  const { listed: _, ...item } = fromItem((await getItem(event.table, registrationKey(listed?.registrationId ?? ''))) ?? {});
  const { email, details } = listed ?? {};
  await commit(event.table, [{ kind: 'put', item: toItem({ ...item, email, details }) }]);
  return listed?.registrationId ?? '';
}

test('whoever was stored before is in every list', async () => {
  const event = await openEvent();
  for (const who of ['ada', 'ben']) await send(event, who).then(() => press(event, who));
  const before = await event.ports.registrations.ofEvent(event.eventId);
  const id = await madeOlder(event, 'ada');
  const { registrations } = event.ports;
  expect(await registrations.ofEvent(event.eventId)).toEqual(before);
  expect((await registrations.notCancelled(event.eventId, 10)).length).toBe(2);
  const audience = await registrations.audience(event.eventId, { standings: ['confirmed'], wantingReport: true, cursor: undefined });
  expect([...audience.ids].sort()).toEqual(before.map(({ registrationId }) => registrationId).sort());
  expect((await registrations.load(id)).stored).toMatchObject({ kind: 'held', registration: { email: 'ada@example.org' } });
});
