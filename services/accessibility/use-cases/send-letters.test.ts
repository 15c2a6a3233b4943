import { beforeEach, describe, expect, test } from 'vitest';
import { usualReply } from '../domain/need.ts';
import type { Tables } from '../store/need-store.ts';
import { arranged, arrangePorts, linked, someWords, told } from '../testing/arranged.ts';
import { briefed, byMail, late, postOffice } from '../testing/letters.ts';
import {
  calledOff,
  daysAfterTheEnd,
  everythingIn,
  facts,
  freshTables,
  hear,
  moved,
  publicPorts,
  published,
  say,
  someAnswer,
  weeksBefore,
} from '../testing/one-event.ts';
import { saveAdjustment } from './adjust.ts';
import { sendLetters } from './send-letters.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await freshTables();
  await hear(tables, published());
});

describe('what leaves', () => {
  test('a neutral letter by default; the answer itself for who chose it; a call is a task for the coordinator', async () => {
    const office = postOffice(tables);
    await say(tables, 'reg_usual');
    await say(tables, 'reg_mail', weeksBefore, someAnswer, byMail);
    await say(tables, 'reg_ring', weeksBefore, someAnswer, { ...usualReply, answerFormat: 'phone', answerPhone: '01632 960001' });
    for (const who of ['reg_usual', 'reg_mail', 'reg_ring']) await told(tables, who);
    await sendLetters(weeksBefore, office.ports);
    expect(office.neutral).toHaveLength(1);
    expect(office.sent.map(({ to }) => to.address)).toEqual(['ada@example.org']);
    expect(office.sent[0]?.text).toContain('Two interpreters.');
    expect(office.sent[0]?.subject).toBe('A message about your place');
    const { arrangements } = await arrangePorts(tables).boards.ofEvent(facts.eventId);
    expect(Object.fromEntries(arrangements.map(({ registrationId, telling }) => [registrationId, telling?.delivered]))).toEqual({
      reg_usual: 'done',
      reg_mail: 'done',
      reg_ring: 'waiting',
    });
    expect(JSON.stringify(await everythingIn(tables.main))).not.toContain('interpreters');
  });

  test('large print and easy words are larger; plain text has no other part', async () => {
    const office = postOffice(tables);
    const formats = ['large-print', 'easy-read', 'plain-text'] as const;
    for (const answerFormat of formats) {
      await say(tables, `reg_${answerFormat.slice(0, 5)}`, weeksBefore, someAnswer, { ...byMail, answerFormat });
      await told(tables, `reg_${answerFormat.slice(0, 5)}`, {
        provided: '',
        cannot: { reason: 'It is full. We are sorry.', alternative: 'You can come by chat. It is read out.' },
        contact: 'Sample, 01632 960000',
      });
    }
    await sendLetters(weeksBefore, office.ports);
    const [easy, large, plain] = ['You can come by chat.\n\nIt is read out.', 'font-size: 27px', 'Why: It is full.'].map((text) =>
      office.sent.filter((letter) => letter.text.includes(text) || letter.html?.includes(text.replace(': ', ':'))),
    );
    expect([easy?.length, large?.length]).toEqual([1, 2]);
    expect(plain?.filter(({ html }) => html === undefined)).toHaveLength(1);
  });

  test('an owner hears once at each level, whatever runs how often; nothing of it says what or for whom', async () => {
    const office = postOffice(tables);
    await say(tables, 'reg_ada');
    await arranged(tables, 'adj_one', { ...someWords, what: 'Marker-of-a-thing', leadDays: 8 });
    await linked(tables, 'reg_ada', 'adj_one');
    const days = ['2124-11-01', '2124-11-02', '2124-11-06', '2124-11-07', '2124-11-10', '2124-11-15', '2124-11-18'];
    for (const day of days) for (const _again of [1, 2]) await sendLetters(new Date(`${day}T09:00:00Z`), office.ports);
    expect(office.sent).toHaveLength(2);
    for (const letter of office.sent) {
      expect(letter.to.address).toBe('owner@example.org');
      expect(`${letter.subject} ${letter.text} ${letter.html}`).not.toMatch(/Marker|interpreter|reg_|adj_/);
    }
  });

  test('an owner who takes over hears of it too, and so does everybody when a moved event becomes urgent again', async () => {
    const office = postOffice(tables);
    await arranged(tables, 'adj_one', { ...someWords, leadDays: 8 });
    const run = async (now: Date) => {
      for (const _again of [1, 2]) await sendLetters(now, office.ports);
      return office.sent.splice(0).map(({ to }) => to.address);
    };
    expect(await run(late)).toEqual(['owner@example.org']);
    const owner = { name: 'Sample Other', email: 'other@example.org' };
    const wanted = { ...someWords, leadDays: 8, owner };
    await saveAdjustment({ eventId: facts.eventId, adjustmentId: 'adj_one', wanted, expected: 1 }, late, arrangePorts(tables));
    expect(await run(late)).toEqual(['other@example.org']);
    await hear(tables, moved({ startsAt: '2124-12-20T10:00:00.000Z', endsAt: '2124-12-20T12:30:00.000Z' }));
    expect(await run(late)).toEqual([]);
    expect(await run(new Date('2124-12-18T09:00:00.000Z'))).toEqual(['other@example.org']);
    const keys = (await everythingIn(tables.needs)).map(({ sk }) => String(sk));
    expect(keys.filter((sk) => sk.startsWith('ALERT#'))).toHaveLength(3);
    expect(keys.join()).not.toContain('example.org');
  });

  test('a brief goes to its supplier once, with what was saved', async () => {
    const office = postOffice(tables);
    await briefed(tables);
    for (const _again of [1, 2]) await sendLetters(weeksBefore, office.ports);
    expect(office.sent.map(({ to, subject }) => [to.address, subject])).toEqual([['i@example.org', 'Brief: A made-up event']]);
    expect(office.sent[0]?.text).toContain('10am: welcome');
    const kept = (await everythingIn(tables.needs)).filter(({ sk }) => String(sk).startsWith('BRIEFED#'));
    expect(JSON.stringify(kept)).not.toContain('welcome');
  });

  test('nothing leaves for an event that was called off, is over, or whose answer was taken back', async () => {
    const office = postOffice(tables);
    await say(tables, 'reg_ada', weeksBefore, someAnswer, byMail);
    await told(tables, 'reg_ada');
    await publicPorts(tables).needs.remove(facts.eventId, 'reg_ada');
    await sendLetters(weeksBefore, office.ports);
    await say(tables, 'reg_bo', weeksBefore, someAnswer, byMail);
    await told(tables, 'reg_bo');
    await sendLetters(daysAfterTheEnd(1), office.ports);
    await hear(tables, calledOff(weeksBefore.toISOString()));
    await sendLetters(late, office.ports);
    expect([office.sent, office.neutral]).toEqual([[], []]);
  });
});

describe('what no longer holds', () => {
  test.each([
    ['the event has moved', () => hear(tables, moved({ endsAt: '2124-11-20T13:30:00.000Z' }))],
    ['something fell through', () => linked(tables, 'reg_ada')],
  ] as const)('does not leave, though it waits: %s', async (_what, changes) => {
    const office = postOffice(tables);
    await say(tables, 'reg_ada', weeksBefore, someAnswer, byMail);
    await arranged(tables, 'adj_one', { ...someWords, state: 'booked' });
    await linked(tables, 'reg_ada', 'adj_one');
    await told(tables, 'reg_ada');
    await changes();
    await sendLetters(weeksBefore, office.ports);
    expect(office.sent.filter(({ to }) => to.address === 'ada@example.org')).toEqual([]);
    await told(tables, 'reg_ada');
    await sendLetters(weeksBefore, office.ports);
    expect(office.sent.filter(({ to }) => to.address === 'ada@example.org')).toHaveLength(1);
  });
});

describe('when SES or mailing does not say yes', () => {
  const fates = [
    ['later', 'waiting', 2],
    ['refused', 'refused', 1],
    ['unknown', 'sending', 1],
    ['lost', 'sending', 1],
  ] as const;
  test.each(fates)('%s: the answer is %s, and is not sent twice', async (fate, delivered) => {
    const office = postOffice(tables);
    await say(tables, 'reg_ada', weeksBefore, someAnswer, byMail);
    await told(tables, 'reg_ada');
    office.wishes.fate = fate;
    await sendLetters(weeksBefore, office.ports);
    const state = async () => (await arrangePorts(tables).boards.ofEvent(facts.eventId)).arrangements[0]?.telling?.delivered;
    expect(await state()).toBe(delivered);
    office.wishes.fate = 'accepted';
    await sendLetters(weeksBefore, office.ports);
    expect(office.sent).toHaveLength(fate === 'refused' ? 0 : 1);
    expect(await state()).toBe(fate === 'later' ? 'done' : delivered);
  });

  test('who may not be written to is shown to the coordinator', async () => {
    const office = postOffice(tables);
    await say(tables, 'reg_ada', weeksBefore, someAnswer, byMail);
    await told(tables, 'reg_ada');
    office.wishes.may = { kind: 'no', because: 'suppressed' };
    await sendLetters(weeksBefore, office.ports);
    expect(office.sent).toEqual([]);
    expect((await arrangePorts(tables).boards.ofEvent(facts.eventId)).arrangements[0]?.telling?.delivered).toBe('refused');
  });
});
