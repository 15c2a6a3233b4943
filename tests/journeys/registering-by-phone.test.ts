import { beforeAll, expect, it } from 'vitest';
import { program } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { lettersTo } from '../system/mailbox.ts';
import { registerAndConfirm, somebodyNew } from '../system/people.ts';
import { quiet, until } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';

/** Somebody phones, and an organiser registers them: the whole way, with the letters that come of it. */
let system: System;
let event: MadeEvent;

beforeAll(async () => {
  system = await runningSystem();
  event = await makeEvent(system, { title: 'An event that people phone about' });
  for (let person = 0; person < 3; person += 1) await registerAndConfirm(system, event);
  await quiet(system);
}, 180_000);

const enter = (fields: object) =>
  program(system, 'organiser', `/organise/events/${event.eventId}/registrations/new`, {
    ...{ told: 'phone', wantsReport: true, asked: true },
    ...fields,
  });

/** Ids of the letters that came of doing something. */
async function lettersOf(doing: () => Promise<unknown>): Promise<readonly (readonly string[])[]> {
  const before = new Set((await lettersTo(system)).map(({ id }) => id));
  await doing();
  await quiet(system);
  return (await lettersTo(system)).filter(({ id }) => !before.has(id)).map(({ to }) => to);
}

it('Adding one person re-invites everybody: registering one by phone sends exactly one letter, to them (failure 2)', async () => {
  const { email, name } = somebodyNew();
  const sent = await lettersOf(async () => {
    await enter({ email, name });
    await until('their letter', async () => ((await lettersTo(system, email)).length > 0 ? true : undefined));
  });
  expect(sent).toEqual([[email]]);
});

it('Forgetful people register twice: registering them again sends nobody a letter (failure 10)', async () => {
  const { email, name } = somebodyNew();
  await enter({ email, name });
  await until('their letter', async () => ((await lettersTo(system, email)).length > 0 ? true : undefined));
  const sent = await lettersOf(async () => {
    expect(await enter({ email: email.toUpperCase(), name })).toMatchObject({ existed: true });
  });
  expect(sent).toEqual([]);
});

it('somebody without an address gets no letter, and nothing fails for it', async () => {
  const failures = system.told.failures.length;
  expect(await lettersOf(() => enter({ name: 'Sample Caller of the Journey' }))).toEqual([]);
  expect(system.told.failures.slice(failures)).toEqual([]);
});

it('somebody without an address says by phone what would help: the coordinator writes it down, and it is theirs to take back', async () => {
  const { registrationId } = await enter({ name: 'Sample Caller who says what would help' });
  const base = `/organise/events/${event.eventId}/access`;
  const coordinator = (path: string, fields?: object) => program(system, 'access-coordinator', path, fields);
  const told = { registrationId, kinds: ['breaks'], how: 'phone', answerFormat: 'phone', answerPhone: '01632 960000' };
  const { personId } = await until('accessibility to know of them', () =>
    coordinator(`${base}/record`, { ...told, consent: true, consentVersion: 1 }).catch(() => undefined),
  );
  const kept = async () => {
    const { arranged } = await coordinator(base);
    return Array.isArray(arranged) && arranged.some((each) => each.personId === personId && each.state === 'new');
  };
  expect(await kept()).toBe(true);
  await coordinator(`${base}/people/${personId}`, { action: 'withdraw' });
  expect(await kept()).toBe(false);
});

it('once the event is off, the home names how many have no address to be told at', async () => {
  await enter({ name: 'Another Sample Caller' });
  const { unreached } = await program(system, 'organiser', `/organise/events/${event.eventId}/registrations`);
  await program(system, 'organiser', `/organise/events/${event.eventId}/cancel`, {});
  const told = await until('the home to say so', async () => {
    const { attention } = await program(system, 'organiser', '/organise');
    return [attention].flat().find((item: unknown) => isUntold(item));
  });
  expect(told).toMatchObject({ news: 'cancelled', count: unreached });
});

function isUntold(item: unknown): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    'kind' in item &&
    item.kind === 'untold' &&
    'eventId' in item &&
    item.eventId === event.eventId
  );
}
