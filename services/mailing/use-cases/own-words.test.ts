import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { mailingWorld, organiser } from '../testing/mailing-world.ts';
import { prepareNote } from './prepare-mailing.ts';
import { sendRun } from './send-run.ts';

test('a letter to all calls each by their name, and what somebody calls themselves is never taken for a field', async () => {
  const { people, ports, ses, clock, command } = await mailingWorld(2);
  people.set('reg_0', { name: 'Ada' }).set('reg_1', { name: '{event}' });
  const note = { subject: 'Parking at {event}', body: '{name}, the gate is shut.\n\nUse the side door.' };
  const by = { actor: organiser, now: clock.now() };
  const { mailingId } = await prepareNote({ eventId: 'evt_1', statuses: ['confirmed'], ...note, ...by }, ports);
  await sendRun(ports);
  await command(mailingId, 'start');
  await sendRun(ports);
  const mails = await Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
  const said = mails.map(({ text }) => /(.*), the gate is shut\./.exec(text ?? '')?.[1]).toSorted();
  expect(said).toEqual(['Ada', '{event}']);
  expect(mails.map(({ subject }) => subject?.includes('{'))).toEqual([false, false]);
});
