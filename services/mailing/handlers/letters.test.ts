import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { htmlProblems } from '@convener/ui/testing';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { editableLetters, isAroundKind } from '../domain/letter-texts.ts';
import { standardText } from '../letters/standard-texts.ts';
import { planKey } from '../store/keys.ts';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { visitorOf } from '../testing/visitor.ts';
import { sendRun } from '../use-cases/send-run.ts';
import { tendEvents } from '../use-cases/tend-events.ts';

const base = '/organise/events/evt_1/letters';

async function world(iso = '2026-05-01T09:00:00.000Z') {
  const table = await emptyTable();
  const clock = handClock(iso);
  const ses = sesTwin();
  const ports = sendPorts(table, { directory: directoryTwin(new Map([['reg_0', { name: 'Ada {event}' }]])), door: ses, clock });
  await ports.facts.saveEvent(anEvent, 2);
  await ports.facts.noteTold('evt_1', anEvent, 2);
  await ports.around.touch('evt_1', 'published', clock.now());
  const { visit, organiser } = await visitorOf(table, () => clock.now());
  const mails = () => Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
  return { table, clock, ses, ports, visit, organiser, mails, console: await organiser() };
}

const own = { subject: 'Bring a cup: {event}', body: 'It is on {when}.\n\nWhere: {where}. From {network}.' };

describe('the letters around an event', () => {
  test('are listed with when each goes; each has a page', async () => {
    const { visit, console } = await world();
    const list = await visit('GET', base, console);
    expect([list.status, await htmlProblems(list.body)]).toEqual([200, []]);
    expect(list.body).toContain('7 days before the start. Goes on 13 May 2026, 10am');
    expect(list.body).toContain('1 day after the end, at 10 in the morning. Goes on 21 May 2026, 10am');
    for (const letter of editableLetters) {
      const page = await visit('GET', `${base}/${letter}`, console);
      expect([letter, page.status, await htmlProblems(page.body)]).toEqual([letter, 200, []]);
      expect(page.body.includes('Save the time')).toBe(isAroundKind(letter));
    }
    expect((await visit('GET', `${base}/repeated`, console)).status).toBe(404);
    const unheard = await visit('GET', '/organise/events/evt_2/letters', console);
    expect([unheard.status, unheard.body.includes('This event is not published yet')]).toEqual([404, true]);
  });

  test('are for organisers alone', async () => {
    const { visit, organiser } = await world();
    const editor = await organiser(['editor']);
    for (const path of [base, `${base}/thanks`]) {
      expect((await visit('GET', path)).headers.location).toMatch(/^\/sign-in/);
      expect((await visit('GET', path, editor)).status).toBe(403);
    }
    expect((await visit('POST', `${base}/thanks`, { ...editor, fields: own })).status).toBe(403);
  });

  test('own words: a preview saves nothing, saving changes what leaves, and our words come back', async () => {
    const the = await world();
    const { visit, console, ports, clock } = the;
    const look = await visit('POST', `${base}/reminder`, { ...console, fields: { ...own, do: 'preview' } });
    expect([look.status, await htmlProblems(look.body)]).toEqual([200, []]);
    expect(look.body).toContain('Bring a cup: A gathering');
    expect(look.body).toContain('it is not saved yet');
    expect(await ports.plans.find('evt_1')).toBeUndefined();
    const saved = await visit('POST', `${base}/reminder`, { ...console, fields: { ...own, do: 'save' } });
    expect(saved.headers.location).toBe(`${base}/reminder?said=saved`);
    expect((await visit('GET', `${base}/reminder?said=saved`, console)).body).toContain('These are your words.');
    clock.advance(Date.parse('2026-05-13T09:00:00Z') - clock.now().getTime());
    await tendEvents(clock.now(), ports);
    await sendRun(ports);
    const [mail] = await the.mails();
    expect(mail?.subject).toBe('Bring a cup: A gathering');
    expect(mail?.text).toContain('Hello Ada {event},');
    expect(mail?.text).toContain('It is on Wednesday, 20 May 2026, 10am to 12:30pm, UK time.');
    // The link is no part of the words, so no words can lose it.
    expect(mail?.text).toContain('https://example.org/registrations/manage/reg_0');
    const later = await the.organiser();
    expect((await visit('POST', `${base}/reminder/standard`, later)).headers.location).toBe(`${base}/reminder?said=saved`);
    expect((await ports.plans.find('evt_1'))?.plan.texts).toEqual({});
    expect((await visit('GET', `${base}/reminder`, later)).body).toContain('its time can no longer be changed');
    expect((await visit('GET', base, later)).body).toContain('To 1 person');
  });

  test('a field that stands for nothing is said so, and nothing that was entered is lost', async () => {
    const { visit, console } = await world();
    const fields = { subject: 'For {nmae}', body: 'Kept & "whole" {name}' };
    const page = await visit('POST', `${base}/thanks`, { ...console, fields });
    expect([page.status, await htmlProblems(page.body)]).toEqual([422, []]);
    expect(page.body).toContain('{nmae} stands for nothing');
    expect(page.body).toContain('Kept &amp; &quot;whole&quot; {name}');
    const json = await visit('POST', `${base}/thanks`, { ...console, json: fields });
    expect([json.status, JSON.parse(json.body).errors[0].field]).toEqual([422, 'subject']);
  });

  test('our words saved as they are stay ours', async () => {
    const { visit, console, ports } = await world();
    await visit('POST', `${base}/thanks`, { ...console, fields: { ...standardText('thanks') } });
    expect((await ports.plans.find('evt_1'))?.plan.texts ?? {}).toEqual({});
  });

  test('the time: days or hours, or not at all', async () => {
    const { visit, console, ports } = await world();
    const wrong = await visit('POST', `${base}/reminder/time`, { ...console, fields: { goes: 'yes', amount: '61', unit: 'days' } });
    expect([wrong.status, await htmlProblems(wrong.body)]).toEqual([422, []]);
    await visit('POST', `${base}/reminder/time`, { ...console, json: { goes: true, amount: 3, unit: 'hours' } });
    expect((await visit('GET', base, console)).body).toContain('3 hours before the start. Goes on 20 May 2026, 7am');
    await visit('POST', `${base}/reminder/time`, { ...console, fields: { goes: 'no', amount: '3', unit: 'hours' } });
    expect((await visit('GET', base, console)).body).toContain('Does not go');
    expect((await ports.plans.find('evt_1'))?.plan.timings.reminder).toEqual({ on: false, amount: 3, unit: 'hours' });
    expect((await visit('POST', `${base}/confirmed/time`, { ...console, json: { goes: true, amount: 3, unit: 'hours' } })).status).toBe(
      404,
    );
  });

  test('a test letter of each, to the organiser alone, which enters nobody’s calendar', async () => {
    const the = await world();
    const { visit, console, ports } = the;
    await visit('POST', `${base}/confirmed`, { ...console, fields: own });
    expect((await visit('POST', `${base}/confirmed/test`, { ...console, fields: { email: 'me' } })).status).toBe(422);
    for (const letter of editableLetters) {
      const sent = await visit('POST', `${base}/${letter}/test`, { ...console, fields: { email: 'me@example.org' } });
      expect(sent.headers.location).toBe(`${base}/${letter}?said=testSent`);
    }
    await sendRun(ports);
    const mails = await the.mails();
    expect(mails.map(({ to }) => to?.[0]?.address)).toEqual(Array(editableLetters.length).fill('me@example.org'));
    expect(mails.map(({ subject }) => subject)).toContain('Bring a cup: A gathering');
    expect(mails.flatMap(({ attachments }) => attachments)).toEqual([]);
  });

  test('two organisers at once: one changes after the other, and neither is lost', async () => {
    const { visit, console, ports } = await world();
    await Promise.all([
      visit('POST', `${base}/thanks`, { ...console, fields: own }),
      visit('POST', `${base}/reminder/time`, { ...console, fields: { goes: 'no', amount: '7', unit: 'days' } }),
      visit('POST', `${base}/joining`, { ...console, fields: own }),
    ]);
    const plan = (await ports.plans.find('evt_1'))?.plan;
    expect([Object.keys(plan?.texts ?? {}).sort(), plan?.timings.reminder?.on]).toEqual([['joining', 'thanks'], false]);
  });

  test('the domain event says who changed which letter, and none of the words', async () => {
    const { table, visit, console } = await world();
    await visit('POST', `${base}/thanks`, { ...console, fields: own });
    await visit('POST', `${base}/thanks`, { ...console, fields: own });
    const { pk, sk } = planKey('evt_1');
    const item = await table.client.send(new GetItemCommand({ TableName: table.name, Key: { pk: { S: pk }, sk: { S: sk } } }));
    const said = JSON.stringify(item.Item?.envelopes);
    expect(item.Item?.envelopes?.L?.length).toBe(1);
    expect(said).toContain('mailing.letter-changed.v1');
    expect(said).not.toContain('cup');
  });
});

describe('a letter to many', () => {
  test('can go to those who came', async () => {
    const { visit, console, ports } = await world();
    const fields = { to: 'attended', subject: 'The slides', body: 'Here.' };
    const made = await visit('POST', '/organise/events/evt_1/mailings/note', { ...console, fields });
    const { mailing } = (await ports.mailings.find((made.headers.location ?? '').split('/').at(-1) ?? '')) ?? {};
    expect(mailing?.audience.statuses).toEqual(['attended']);
  });
});
