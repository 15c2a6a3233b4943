import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { sendRun } from '../use-cases/send-run.ts';

async function thanked(status: string): Promise<string | undefined> {
  const clock = handClock('2026-05-21T09:00:00.000Z');
  const ses = sesTwin();
  const ports = sendPorts(await emptyTable(), { directory: directoryTwin(new Map([['reg_0', { status }]])), door: ses, clock });
  await ports.facts.saveEvent(anEvent, 2);
  const recipient = { kind: 'attendee', id: 'reg_0' } as const;
  await ports.letters.queue({ id: 'let_1', template: 'event.thanks', recipient, eventId: 'evt_1', now: clock.now() });
  await sendRun(ports);
  const [mime] = ses.mimes.values();
  return mime && (await PostalMime.parse(mime)).text?.replace(/\s+/g, ' ');
}

test('after the event nobody is led to change a place: whoever had one is asked how it was', async () => {
  const said = await thanked('confirmed');
  expect(said).toContain('Tell us how it was, on your own page: https://example.org/registrations/manage/reg_0');
  expect(said).not.toContain('change your place');
});

test('who was let in from the waiting list is thanked too, and led to a page that asks nothing', async () => {
  const said = await thanked('waitlisted');
  expect(said).toContain('See your own page: https://example.org/registrations/manage/reg_0');
  expect(said).not.toContain('Tell us how it was');
});

test.each(['cancelled', 'pending', 'offered'])('nobody is thanked who is out: %s', async (status) => {
  expect(await thanked(status)).toBeUndefined();
});
