import { readSession } from '@convener/signing';
import { parametersForTests } from '@convener/testing/visitor';
import { expect, test } from 'vitest';
import { sessions } from './secrets.ts';

const now = new Date('2124-11-01T09:00:00.000Z');

test('a session names the person by a pseudonym: the same at every event, another for another address, none without one', async () => {
  const parameters = await parametersForTests('registration');
  const key = (await parameters.privateKey('attendee')) && (await parameters.publicKey('registration', 'attendee'));
  const personIn = async (registrationId: string, eventId: string, email: string) => {
    const token = await sessions(parameters).open({ registrationId, eventId, email }, now);
    return (await readSession(token, 'attendee', key ?? '', now))?.person;
  };
  const ada = await personIn('reg_one', 'evt_one', 'ada@example.org');
  expect(ada).toMatch(/^per_[\w-]{24}$/);
  expect(await personIn('reg_two', 'evt_two', 'ada@example.org')).toBe(ada);
  expect(await personIn('reg_three', 'evt_one', 'bo@example.org')).not.toBe(ada);
  expect(await personIn('reg_four', 'evt_one', '')).toBeUndefined();
});
