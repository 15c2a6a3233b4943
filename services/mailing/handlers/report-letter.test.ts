import { htmlProblems } from '@convener/ui/testing';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { standardText } from '../letters/standard-texts.ts';
import { mailingWorld } from '../testing/mailing-world.ts';
import { anEvent, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { visitorOf } from '../testing/visitor.ts';
import { sendRun } from '../use-cases/send-run.ts';

const base = '/organise/events/evt_1/letters';
const own = { subject: 'What came of {event}', body: 'Dear {name}, thank you.\n\nHere is what was said on {when}.' };

test('the letter about the report leaves in an organiser’s words, with the link to the report and the way out of the stream', async () => {
  const { table, ports, ses, clock, command, prepareReport } = await mailingWorld(2, ['member@example.org']);
  const { visit, organiser } = await visitorOf(table, () => clock.now());
  const console = await organiser();
  await visit('POST', `${base}/report`, { ...console, fields: own });
  const mailingId = await prepareReport();
  await sendRun(ports);
  const shown = await visit('GET', `/organise/mailings/${mailingId}`, console);
  expect(shown.body).toContain('What came of A gathering');
  await command(mailingId, 'start');
  await sendRun(ports);
  const mails = await Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
  expect(mails.map(({ subject }) => subject)).toEqual(Array(3).fill('What came of A gathering'));
  for (const { text = '', headers } of mails) {
    expect(text).toContain('Here is what was said on Wednesday, 20 May 2026');
    expect(text).toContain('https://example.org/reports/a-gathering');
    expect(headers.some(({ key }) => key === 'list-unsubscribe')).toBe(true);
  }
  expect(mails.some(({ text }) => text?.includes('Dear Member 0, thank you.'))).toBe(true);
  expect((await visit('GET', base, console)).body).toContain('To 3 people');
});

test('before there is a report, its letter can be looked at and tried; our words are those that leave', async () => {
  const table = await emptyTable();
  const clock = handClock('2026-05-01T09:00:00.000Z');
  const ses = sesTwin();
  const ports = sendPorts(table, { directory: async () => ({ kind: 'resolved', entries: [] }), door: ses, clock });
  await ports.facts.saveEvent(anEvent, 2);
  const { visit, organiser } = await visitorOf(table, () => clock.now());
  const console = await organiser();
  const page = await visit('GET', `${base}/report`, console);
  expect([page.status, await htmlProblems(page.body)]).toEqual([200, []]);
  expect(page.body).toContain('When you send the report, once it is published');
  expect(page.body).toContain('Event report: A gathering');
  await visit('POST', `${base}/report`, { ...console, fields: { ...standardText('report') } });
  expect((await ports.plans.find('evt_1'))?.plan.texts ?? {}).toEqual({});
  await visit('POST', `${base}/report/test`, { ...console, fields: { email: 'me@example.org' } });
  await sendRun(ports);
  const [mail] = await Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
  expect(mail?.subject).toBe('Event report: A gathering');
  expect(mail?.text).toContain('The report of “A gathering” is published.');
});
