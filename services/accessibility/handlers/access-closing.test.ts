import { beforeEach, describe, expect, test } from 'vitest';
import { calledOff, daysAfterTheEnd, everythingIn, hear, moved, registration, weeksBefore } from '../testing/one-event.ts';
import { clock, expectSound, type OwnPage, ownPage, page, telling } from '../testing/own-page.ts';
import { visitorOf } from '../testing/visitor.ts';

let own: OwnPage;
beforeEach(async () => {
  own = await ownPage();
});

describe('afterwards', () => {
  test('an event that is over takes nothing more, but still shows and gives back', async () => {
    await own.post(telling);
    clock.set(daysAfterTheEnd(1).toISOString());
    await expectSound(await own.get(), 200, 'This event is over', 'Questions the day before.', 'Delete what I told you');
    await expectSound(await own.post({ ...telling, ownWords: 'Too late', version: '1' }), 409, 'This event is over', 'Too late');
    await own.post({ action: 'withdraw' });
    await own.nothingStored();
  });

  test('30 days after the event nothing is shown, though it lies there', async () => {
    await own.post(telling);
    clock.set(daysAfterTheEnd(30).toISOString());
    const late = await own.get(await own.as('reg_ada'));
    await expectSound(late, 200, 'This event is over');
    expect(late.body).not.toContain('Questions the day before.');
    expect(await everythingIn(own.tables.needs)).toHaveLength(1);
  });

  test('a place that was given up, and an event that was called off', async () => {
    await own.post(telling);
    await hear(own.tables, registration('reg_ada', 'cancelled', 3));
    await own.nothingStored();
    await expectSound(await own.get(), 200, 'Your place has been given up');
    await expectSound(await own.post(telling), 409, 'Your place has been given up', 'Questions the day before.');
    await hear(own.tables, calledOff(weeksBefore.toISOString()));
    await expectSound(await own.get(await own.as('reg_bo')), 200, 'This event has been cancelled');
    await own.nothingStored();
  });

  test('who lost a place because the event was called off hears that, and not that they gave it up', async () => {
    await own.post(telling);
    await hear(own.tables, registration('reg_ada', 'cancelled', 3), calledOff(weeksBefore.toISOString()));
    await expectSound(await own.get(), 200, 'This event has been cancelled');
    const late = await own.post(telling);
    await expectSound(late, 409, 'This event has been cancelled', 'Questions the day before.');
    for (const { body } of [await own.get(), late]) expect(body).not.toContain('given up');
    const who = await own.as('reg_ada');
    const data = await own.visitor.visit('GET', page, { ...who, headers: { ...who.headers, accept: 'application/json' } });
    expect(JSON.parse(data.body).status).toBe('called-off');
  });

  test('facts that have not come, or that move while somebody saves', async () => {
    const early = await own.get(await own.as('reg_ada', 'evt_unknown'));
    await expectSound(early, 503, 'not ready yet');
    expect((await own.post(telling, await own.as('reg_ada', 'evt_unknown'))).status).toBe(503);
    let first = true;
    const slow = await visitorOf(
      own.tables,
      () => clock.now(),
      { ofEvent: async () => new Map() },
      {
        ports: (ports) => ({
          ...ports,
          needs: {
            ...ports.needs,
            save: async (...given) => {
              if (first) await hear(own.tables, moved({ endsAt: '2124-11-20T13:00:00.000Z' }));
              first = false;
              return ports.needs.save(...given);
            },
          },
        }),
      },
    );
    expect((await slow.visit('POST', page, { ...(await own.as('reg_ada')), fields: telling })).status).toBe(303);
    const [item] = await everythingIn(own.tables.needs);
    expect(item?.expiresAt).toBe(daysAfterTheEnd(30, '2124-11-20T13:00:00.000Z').getTime() / 1000);
  });
});
