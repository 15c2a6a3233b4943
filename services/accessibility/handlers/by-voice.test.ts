import { beforeEach, describe, expect, test } from 'vitest';
import { currentConsent, spokenConsent } from '../domain/need.ts';
import { doorOf, knowsTheDoor } from '../domain/on-the-day.ts';
import { handleOf } from '../testing/arranged.ts';
import { base, type Coordinator, clock, coordinator, telling, thing } from '../testing/coordinator.ts';
import {
  calledOff,
  daysAfterTheEnd,
  deletionPorts,
  everythingIn,
  facts,
  hear,
  registration,
  say,
  weeksBefore,
} from '../testing/one-event.ts';
import { expectSound } from '../testing/own-page.ts';
import type { Twins } from '../testing/visitor.ts';
import { deleteInTime } from '../use-cases/delete-in-time.ts';

const path = `${base}/record`;
const said = {
  registrationId: 'reg_ada',
  kinds: 'hearing-loop',
  ownWords: 'A seat <b> near the loop.',
  how: 'phone',
  answerFormat: 'phone',
  answerPhone: '01632 960000',
  consent: 'yes',
  consentVersion: String(spokenConsent.version),
  version: '0',
};

let at: Coordinator;
let ada: string;
/** Ada has a place, and has said nothing: she has no email, and so no page of her own. */
beforeEach(async () => {
  at = await coordinator();
  ada = await handleOf('reg_ada');
  await at.asAda({ action: 'withdraw' });
  await hear(at.tables, registration('reg_ada', 'requested', 1), registration('reg_bo', 'requested', 1));
});

const send = (changes: Readonly<Record<string, string>> = {}) => at.visit('POST', path, { fields: { ...said, ...changes } });
const needs = async () => (await at.board()).needs;
const notes = async () => (await everythingIn(at.tables.main)).filter(({ sk }) => String(sk).startsWith('READ#')).length;

describe('what somebody without email tells the coordinator', () => {
  test('is kept in their words, with the words that they agreed to, who heard it, when and how', async () => {
    expect((await at.visit('GET', base)).body).toContain(`href="${path}"`);
    await expectSound(await at.visit('GET', path), 200, 'Who told you?', 'Sample Ada &lt;b>', 'We will keep what you told me');
    const saved = await send();
    expect([saved.status, saved.headers.location]).toEqual([303, at.person]);
    expect(await needs()).toMatchObject([
      {
        registrationId: 'reg_ada',
        answer: { kinds: ['hearing-loop'], ownWords: 'A seat <b> near the loop.' },
        answerFormat: 'phone',
        consent: {
          textId: 'access-consent-spoken',
          version: 1,
          at: weeksBefore.toISOString(),
          takenDown: { by: 'org_reader', how: 'phone' },
        },
        version: 1,
      },
    ]);
    await expectSound(await at.visit('GET', at.person), 200, 'By phone, on ', 'wrote it down');
  });

  test('can be served, answered and rung, like what people write themselves', async () => {
    await send();
    const form = await at.visit('GET', `${base}/adjustments/new`);
    expect(form.body).toContain(`value="${ada}"`);
    await at.visit('POST', `${base}/adjustments/new`, { json: { ...thing, people: [ada] } });
    await at.visit('POST', at.person, { json: telling });
    const [arrangement] = (await at.board()).arrangements;
    expect(arrangement).toMatchObject({ adjustmentIds: [thing.adjustmentId], telling: { delivery: 'ring', delivered: 'waiting' } });
  });

  test('is taken from a program, by the id of the registration', async () => {
    const { version: _none, ...json } = said;
    const saved = await at.visit('POST', path, { json: { ...json, kinds: ['hearing-loop'], consent: true, consentVersion: 1 } });
    expect([saved.status, JSON.parse(saved.body)]).toMatchObject([
      200,
      { personId: ada, version: 1, consent: { takenDown: { how: 'phone' } } },
    ]);
  });

  test.each(['confirmed', 'waitlisted'] as const)(
    'of somebody who was registered by phone: that they are %s is all that was heard of them',
    async (how) => {
      expect((await send({ registrationId: 'reg_cy' })).status).toBe(422);
      await hear(at.tables, registration('reg_cy', how, 1));
      expect((await send({ registrationId: 'reg_cy' })).status).toBe(303);
      await hear(at.tables, registration('reg_cy', 'cancelled', 2), registration('reg_cy', how, 1));
      expect(await needs()).toEqual([]);
      expect((await send({ registrationId: 'reg_cy' })).status).toBe(409);
    },
  );

  test('goes in time, as everything that people say', async () => {
    await send();
    const [item] = (await everythingIn(at.tables.needs)).filter(({ sk }) => String(sk).startsWith('NEED#'));
    expect(item?.expiresAt).toBe(Math.floor(daysAfterTheEnd(30).getTime() / 1000));
    await deleteInTime(daysAfterTheEnd(29), deletionPorts(at.tables));
    expect(await needs()).toEqual([]);
  });

  test('is opened by an organiser on the day: the words that were read out say so', () => {
    expect(doorOf({ ...facts, calledOffAt: undefined }, new Date(facts.startsAt)).kind).toBe('open');
    expect([knowsTheDoor(spokenConsent), knowsTheDoor(currentConsent), knowsTheDoor({ ...currentConsent, version: 1 })]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('nothing is kept', () => {
  test.each([
    ['without their yes', { consent: '' }, 'tick the box if they say yes'],
    ['under words that were not read out', { consentVersion: '0' }, 'These words have changed'],
    ['where they said nothing', { kinds: '', ownWords: '' }, 'Tick something, or write down what they said'],
    ['of nobody', { registrationId: '' }, 'Who told you?'],
    ['of somebody who is not registered for this event', { registrationId: 'reg_elsewhere' }, 'Choose somebody from the list'],
    ['where nobody says how it was told', { how: '' }, 'how they told you'],
    ['without the number to ring', { answerPhone: '' }, 'Enter the number that we should ring'],
  ] as const)('%s', async (_why, changes, says) => {
    await expectSound(await send(changes), 422, says, 'Nothing has been saved yet', 'A seat'.slice(0, 'ownWords' in changes ? 0 : 6));
    expect(await needs()).toEqual([]);
  });

  test('once the event is over or called off, or the place was given up', async () => {
    await hear(at.tables, registration('reg_ada', 'cancelled', 2));
    expect([(await send()).status, (await send()).body.includes('Their place has been given up')]).toEqual([409, true]);
    clock.set(daysAfterTheEnd(1).toISOString());
    expect([(await send({ registrationId: 'reg_bo' })).status, (await at.visit('GET', path)).status]).toEqual([409, 409]);
    clock.set(weeksBefore.toISOString());
    await hear(at.tables, calledOff(weeksBefore.toISOString()));
    expect((await send({ registrationId: 'reg_bo' })).status).toBe(409);
    expect(await needs()).toEqual([]);
  });

  test('by anybody but an access coordinator', async () => {
    for (const roles of [['organiser'], ['editor']] as const)
      for (const method of ['GET', 'POST'] as const)
        expect((await at.visit(method, path, method === 'POST' ? { fields: said } : {}, roles)).status).toBe(403);
    expect(await needs()).toEqual([]);
  });
});

describe('what was agreed in a talk', () => {
  beforeEach(() =>
    say(at.tables, 'reg_ada', weeksBefore, { kinds: ['breaks'], ownWords: '', talkFirst: { how: 'phone', when: 'Mornings' } }),
  );
  const ofAda = () => at.visit('GET', `${path}?person=${ada}`);

  test('takes the place of the wish to talk, from a page that shows what they had said', async () => {
    expect((await at.visit('GET', at.person)).body).toContain(`${path}?person=${ada}`);
    await expectSound(await ofAda(), 200, 'What they told us before', 'Mornings', 'name="version" value="1"');
    expect((await send({ version: '1' })).status).toBe(303);
    expect(await needs()).toMatchObject([{ answer: { kinds: ['hearing-loop'] }, version: 2 }]);
    expect((await needs())[0]?.answer.talkFirst).toBeUndefined();
    // They read on their own page what was written down, and can take it back there.
    expect((await at.asAda({ action: 'reply' })).body).toContain('The access coordinator wrote it down.');
  });

  test('does not write over what the page did not show, by a page or by a program that does not say what it saw', async () => {
    await expectSound(await send(), 409, 'They have told us something that this page did not show', 'near the loop', 'Mornings');
    const { version: _none, ...json } = said;
    expect((await at.visit('POST', path, { json: { ...json, kinds: ['hearing-loop'], consent: true, consentVersion: 1 } })).status).toBe(
      409,
    );
    expect(await needs()).toMatchObject([{ answer: { kinds: ['breaks'] }, version: 1 }]);
  });

  test('of somebody who is not there is told as of anybody who took it back', async () => {
    expect((await at.visit('GET', `${path}?person=per_none`)).status).toBe(404);
  });
});

describe('taken back on their word', () => {
  beforeEach(async () => {
    await send();
    await at.visit('POST', at.person, { json: telling });
  });

  test('by two presses: it goes at once with what they were told, and nothing says whose it was', async () => {
    expect((await at.visit('GET', at.person)).body).toContain('Delete what they told us');
    await expectSound(await at.visit('POST', at.person, { fields: { action: 'ask-withdraw' } }), 200, 'cannot be brought back');
    expect(await needs()).toHaveLength(1);
    const gone = await at.visit('POST', at.person, { fields: { action: 'withdraw' } });
    expect([gone.status, gone.headers.location]).toEqual([303, base]);
    const left = (await everythingIn(at.tables.needs)).filter(({ sk }) => !String(sk).startsWith('WITHDRAWN#'));
    expect(left).toEqual([]);
    expect((await at.visit('POST', at.person, { fields: { action: 'withdraw' } })).status).toBe(404);
  });

  test('also after the event, and from a program', async () => {
    clock.set(daysAfterTheEnd(3).toISOString());
    expect((await at.visit('POST', at.person, { json: { action: 'withdraw' } })).status).toBe(200);
    expect(await needs()).toEqual([]);
  });
});

describe('that it was opened is noted before anything is shown', () => {
  test('each time that names or words are shown; saving by itself shows nothing, and leaves nothing outside', async () => {
    const before = await notes();
    await at.visit('GET', path);
    expect(await notes()).toBe(before + 1);
    await send();
    expect(await notes()).toBe(before + 1);
    await send({ how: '' });
    expect(await notes()).toBe(before + 2);
  });

  const deaf: Twins = {
    record: (ports) => ({ ...ports, reads: { ...ports.reads, record: () => Promise.reject(new Error('No note.')) } }),
  };
  const forgetful: Twins = { record: (ports) => ({ ...ports, reads: { ...ports.reads, record: async () => undefined } }) };

  test('what cannot be noted is not shown', async () => {
    const { status, body } = await at.visit('GET', path, {}, ['access-coordinator'], deaf);
    expect([status, body.includes('Sample Ada')]).toEqual([500, false]);
  });

  test('the claim notices a twin that forgets the note', async () => {
    const before = await notes();
    const { body } = await at.visit('GET', path, {}, ['access-coordinator'], forgetful);
    expect([body.includes('Sample Ada'), await notes()]).toEqual([true, before]);
  });
});
