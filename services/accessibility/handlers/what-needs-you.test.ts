import { everyRole } from '@convener/contracts';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Delivered, Delivery } from '../domain/arrangement.ts';
import { countsOf } from '../domain/coordinators-attention.ts';
import { someTelling } from '../testing/arranged.ts';
import { base, type Coordinator, clock, coordinator, telling, thing } from '../testing/coordinator.ts';
import { calledOff, daysAfterTheEnd, everythingIn, facts, hear, moved, published, say, weeksBefore } from '../testing/one-event.ts';

const path = '/organise/access';

let at: Coordinator;
beforeEach(async () => {
  at = await coordinator();
});

const page = async () => (await at.visit('GET', path)).body;
async function counts(): Promise<readonly string[]> {
  const { body } = await at.visit('GET', path, { headers: { accept: 'application/json' } });
  const { events } = JSON.parse(body);
  return events.flatMap(({ eventId, attention }: { eventId: string; attention: readonly { kind: string; count: number }[] }) =>
    attention.map(({ kind, count }) => `${eventId} ${kind} ${count}`),
  );
}

describe('what needs the access coordinator, of every event at once', () => {
  test('a need that nobody has looked at is there, as a number with the way to its event, and nobody is named', async () => {
    const body = await page();
    expect(body).toMatch(/<b>1<\/b> <span>person to answer/);
    expect(body).toContain(`href="${base}"`);
    for (const text of ['Sample Ada', 'reg_ada', 'Questions the day before', 'people/']) expect(body).not.toContain(text);
    expect(await htmlProblems(body)).toEqual([]);
    expect(await counts()).toEqual(['evt_one to-answer 1']);
  });

  test('so is who asks to talk first, who says that it does not work, and whom to ring', async () => {
    await say(at.tables, 'reg_bo', weeksBefore, { kinds: [], ownWords: '', talkFirst: { how: 'phone', when: 'Mornings' } });
    expect(await counts()).toEqual(['evt_one talk 1', 'evt_one to-answer 2']);
    await at.visit('POST', at.person, { json: telling });
    await at.asAda({ action: 'reply', works: 'no', replyWords: 'No.', answerVersion: '1' });
    expect(await counts()).toEqual(['evt_one talk 1', 'evt_one to-answer 1', 'evt_one look-again 1']);
    await at.asAda({
      kinds: 'breaks',
      answerFormat: 'phone',
      answerPhone: '01632 960000',
      consent: 'yes',
      consentVersion: '2',
      version: '1',
    });
    await at.visit('POST', at.person, { json: { ...telling, provided: 'Two breaks.', tellingVersion: '1' } });
    expect(await counts()).toEqual(['evt_one talk 1', 'evt_one to-answer 1', 'evt_one to-ring 1']);
  });

  test('what is too late, and what is to be checked because the event has moved', async () => {
    await at.visit('POST', `${base}/adjustments/new`, { json: { ...thing, kind: 'bsl-interpreter', leadDays: '60', state: 'to-arrange' } });
    expect(await counts()).toEqual(['evt_one too-late 1', 'evt_one to-answer 1']);
    expect(await page()).toMatch(/class="bad"><div><b>1<\/b> <span>too late/);
    await at.visit('POST', `${base}/adjustments/${thing.adjustmentId}`, { json: { ...thing, kind: 'bsl-interpreter', state: 'booked' } });
    await hear(at.tables, moved({ startsAt: '2124-11-20T11:00:00.000Z' }));
    expect(await counts()).toEqual(['evt_one to-answer 1', 'evt_one to-check 1']);
  });

  test('of an event that is called off, who is to be rung off; of one that is over, nothing', async () => {
    await at.visit('POST', `${base}/adjustments/new`, { json: { ...thing, state: 'booked' } });
    clock.set(daysAfterTheEnd(1).toISOString());
    expect([await counts(), (await page()).includes('No event is coming up')]).toEqual([[], true]);
    clock.set(weeksBefore.toISOString());
    await hear(at.tables, calledOff(weeksBefore.toISOString()));
    expect(await counts()).toEqual(['evt_one ring-off 1']);
    clock.set(daysAfterTheEnd(40).toISOString());
    expect(await counts()).toEqual([]);
  });

  test('the nearest event comes first, and those where nothing waits stand below', async () => {
    await hear(at.tables, published({ eventId: 'evt_near', title: 'A nearer event', startsAt: '2124-11-10T10:00:00.000Z' }));
    const body = await page();
    expect(body).toMatch(/Nothing needs you here<\/h2>.*evt_near\/access">A nearer event/s);
    await say({ ...at.tables }, 'reg_ada', weeksBefore);
    const { events } = JSON.parse((await at.visit('GET', path, { headers: { accept: 'application/json' } })).body);
    expect(events.map(({ eventId }: { eventId: string }) => eventId)).toEqual(['evt_near', facts.eventId]);
  });

  test('says so where nothing waits', async () => {
    await at.asAda({ action: 'withdraw' });
    expect(await page()).toContain('Nothing needs you about access. Well done.');
  });
});

test('whom a letter could not reach is counted until they are rung; the promise of a letter under way is not', () => {
  const event = { ...facts, calledOffAt: undefined, version: 1 };
  const reached = (delivery: Delivery, delivered: Delivered) => {
    const telling = {
      ...someTelling,
      at: '',
      version: 1,
      needVersion: 1,
      occasion: undefined,
      relied: [],
      delivery,
      delivered,
      letterId: '',
    };
    const need = { answer: { kinds: [], ownWords: '', talkFirst: undefined } };
    const { unreached, 'to-ring': ring } = countsOf(
      { event, adjustments: [], people: [{ need, arrangement: { telling }, state: 'told' }] },
      weeksBefore,
    );
    return [unreached, ring];
  };
  expect(reached('notice', 'refused')).toEqual([1, 0]);
  expect(reached('mail', 'sending')).toEqual([0, 0]);
  expect(reached('mail', 'done')).toEqual([0, 0]);
  expect(reached('ring', 'waiting')).toEqual([0, 1]);
});

describe('a page of numbers is no look at anybody', () => {
  const notes = async () => (await everythingIn(at.tables.main)).filter(({ sk }) => String(sk).startsWith('READ#')).length;

  test('it leaves no note, as the list itself does', async () => {
    await page();
    expect(await notes()).toBe(0);
    await at.visit('GET', base);
    expect(await notes()).toBe(1);
  });

  test('nobody else of the team gets it, and the table of needs is not read for them', async () => {
    const away = { ...at.tables, needs: { ...at.tables.needs, name: 'not-there' } };
    at = { ...at, tables: away };
    for (const roles of [['organiser'], ['editor'], ['organiser', 'editor']] as const) {
      expect((await at.visit('GET', path, {}, roles)).status).toBe(403);
    }
  });

  test('whoever has the role gets it from the navigation, and nobody else', async () => {
    const link = '<a href="/organise/access"';
    expect((await at.visit('GET', base, {}, everyRole)).body).toContain(link);
    expect((await at.visit('GET', base, {}, ['organiser'])).body).not.toContain(link);
  });
});
