import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { anEvent, look } from '../testing/send-ports.ts';
import { press } from './press.ts';

const print = press({ ...look, from: 'network@example.org' }, { unsubscribe: async () => '' }, async () => 'key');

async function takenBack(template: 'event.cancelled' | 'registration.cancelled', hasOrHadPlace: boolean | undefined) {
  const at = '2026-05-01T09:00:00.000Z';
  const ids = { id: 'let_1', recipient: { kind: 'attendee', id: 'reg_0' }, eventId: 'evt_1', mailingId: undefined } as const;
  const letter = { ...ids, template, lane: 'service', state: 'sending', queuedAt: at, dueAt: at, refusals: 0 } as const;
  const person = { name: 'Ada', address: 'ada@example.org', format: 'html', status: 'cancelled', links: {}, hasOrHadPlace } as const;
  const printed = await print(letter, person, { event: anEvent, report: undefined, note: undefined });
  if (printed.kind !== 'printed') throw new Error('not printed');
  const { attachments } = await PostalMime.parse(printed.mime);
  return attachments.some(({ mimeType, method }) => mimeType === 'text/calendar' && method === 'CANCEL');
}

test('called off: who had a place has their entry taken back, who only waited is sent nothing for a calendar', async () => {
  expect([await takenBack('event.cancelled', true), await takenBack('event.cancelled', false)]).toEqual([true, false]);
});

test('where registration cannot tell, an entry that may be there is taken back', async () => {
  expect(await takenBack('registration.cancelled', undefined)).toBe(true);
  expect(await takenBack('event.cancelled', undefined)).toBe(true);
});
