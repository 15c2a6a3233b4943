import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { fromItem } from '@convener/dynamodb';
import { htmlProblems } from '@convener/ui/testing';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { letterKey, writtenKey } from '../store/keys.ts';
import { stateUpdate } from '../store/letter-item.ts';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { visitorOf } from '../testing/visitor.ts';
import { answerForSubject } from '../use-cases/answer-for-subject.ts';
import { sendRun } from '../use-cases/send-run.ts';

const path = '/organise/events/evt_1/registrations/reg_ada/letter';
const body = 'The lift is being repaired.\n\nRing the bell at the side door.';

async function world() {
  const table = await emptyTable();
  const clock = handClock('2026-05-01T09:00:00.000Z');
  const ses = sesTwin();
  const directory = directoryTwin(
    new Map([
      ['reg_ada', { name: 'Ada' }],
      ['reg_none', { address: '' }],
    ]),
  );
  const ports = sendPorts(table, { directory, door: ses, clock });
  await ports.facts.saveEvent(anEvent, 2);
  await ports.facts.saveEvent({ ...anEvent, id: 'evt_2' }, 2);
  const { visit, organiser } = await visitorOf(table, () => clock.now(), directory);
  const signedIn = await organiser();
  const attemptOn = async () => /name="attempt" value="([^"]+)"/.exec((await visit('GET', path, signedIn)).body)?.[1] ?? '';
  const mails = () => Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
  const [letterOf, writtenOf] = [letterKey, writtenKey].map((key) => async (id: string) => {
    const { pk, sk } = key(id);
    const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key: { pk: { S: pk }, sk: { S: sk } } }));
    return Item && fromItem(Item);
  });
  if (!letterOf || !writtenOf) throw new Error('impossible');
  const letters = () => ports.letters.ofRecipient('reg_ada');
  return { table, clock, ses, ports, visit, organiser, signedIn, attemptOn, mails, letterOf, writtenOf, letters };
}

describe('a letter to one person', () => {
  test('has a form that says to whom; the letter comes by the neutral template, in their own words', async () => {
    const { visit, signedIn, attemptOn, mails, ports } = await world();
    const form = await visit('GET', path, signedIn);
    expect([form.status, await htmlProblems(form.body)]).toEqual([200, []]);
    expect(form.body).toContain('Write to Ada');
    const sent = await visit('POST', path, { ...signedIn, fields: { body, attempt: await attemptOn() } });
    expect([sent.status, sent.headers.location]).toEqual([303, `${path}?said=sent`]);
    const after = await visit('GET', `${path}?said=sent`, signedIn);
    expect([await htmlProblems(after.body), after.body.includes('Your letter is on its way')]).toEqual([[], true]);
    await sendRun(ports);
    const [mail, ...more] = await mails();
    expect([mail?.subject, more.length]).toEqual(['About your place: A gathering', 0]);
    expect(mail?.text).toContain('Hello Ada,\n\nThe lift is being repaired.\n\nRing the bell at the side door.');
    expect(mail?.text).toContain('https://example.org/registrations/manage/reg_ada');
    expect(mail?.text).not.toContain('There is something about your place');
  });

  test('whatever an organiser types stays text, in both parts, and makes no header', async () => {
    const { visit, signedIn, ses, mails, ports } = await world();
    const typed = '<img src=x onerror=alert(1)>\r\nBcc: thief@example.net\n\n\\{x & "more" 🙂';
    await visit('POST', path, { ...signedIn, json: { body: typed } });
    await sendRun(ports);
    const [mail] = await mails();
    expect(mail?.html).not.toContain('<img src=x');
    expect(mail?.text).toContain('<img src=x onerror=alert(1)>');
    expect(mail?.text).toContain('\\{x & "more" 🙂');
    expect([mail?.bcc ?? [], ses.addresses]).toEqual([[], ['reg_ada@example.org']]);
  });

  test('what stands in curly brackets is filled in for them; what stands for nothing is not taken, and what was entered stays', async () => {
    const { visit, signedIn, attemptOn, mails, ports } = await world();
    const nonsense = await visit('POST', path, { ...signedIn, fields: { body: 'Dear {nmae}', attempt: await attemptOn() } });
    expect([nonsense.status, nonsense.body.includes('{nmae} stands for nothing'), nonsense.body.includes('Dear {nmae}')]).toEqual([
      422,
      true,
      true,
    ]);
    await visit('POST', path, { ...signedIn, fields: { body: '{name}, the lift at {event} is broken.', attempt: await attemptOn() } });
    await sendRun(ports);
    expect((await mails())[0]?.text).toContain(`Ada, the lift at ${anEvent.title} is broken.`);
  });

  test('sent twice from one form it is one letter; the test is able to fail: two forms are two', async () => {
    const { visit, signedIn, attemptOn, ses, ports } = await world();
    const attempt = await attemptOn();
    for (let times = 0; times < 3; times += 1) await visit('POST', path, { ...signedIn, fields: { body, attempt } });
    await sendRun(ports);
    await visit('POST', path, { ...signedIn, fields: { body, attempt } });
    await sendRun(ports);
    expect([...ses.accepted.values()]).toEqual([1]);
    await visit('POST', path, { ...signedIn, fields: { body, attempt: await attemptOn() } });
    await sendRun(ports);
    expect([...ses.accepted.values()]).toEqual([1, 1]);
  });

  test('the audit log hears of it without a word of it; the words are gone once it has left', async () => {
    const { visit, signedIn, ports, letters, letterOf, writtenOf } = await world();
    await visit('POST', path, { ...signedIn, json: { body } });
    const id = (await letters())[0]?.id ?? '';
    expect((await letterOf(id))?.said).toBe(body);
    const written = JSON.stringify(await writtenOf(id));
    expect(written).toContain('"mailing.letter-written.v1"');
    expect(written).toContain('"org_sample"');
    expect(written).not.toContain('lift');
    await sendRun(ports);
    expect(JSON.stringify(await letterOf(id))).not.toMatch(/lift|bell/);
  });

  test('the words are gone as well where the letter was held back, or its person deleted', async () => {
    const { visit, signedIn, ports, letters, letterOf, clock } = await world();
    await visit('POST', path, { ...signedIn, json: { body } });
    const held = (await letters())[0];
    if (!held) throw new Error('no letter');
    await ports.letters.withhold(held, 'suppressed', clock.now());
    expect(await letterOf(held.id)).toMatchObject({ state: 'withheld' });
    expect(JSON.stringify(await letterOf(held.id))).not.toContain('lift');
    await visit('POST', path, { ...signedIn, json: { body } });
    await ports.letters.forget('reg_ada', { at: clock.now() });
    expect(await letters()).toEqual([]);
  });

  test('while it waits it is part of what is held of its person, and it does not wait for ever', async () => {
    const { visit, signedIn, ports, letters, letterOf, clock } = await world();
    await visit('POST', path, { ...signedIn, json: { body } });
    const told = await answerForSubject({ kind: 'export', subjectId: 'reg_ada' }, { ...ports, clock });
    expect(JSON.stringify(told)).toContain('The lift is being repaired.');
    const expires = Number((await letterOf((await letters())[0]?.id ?? ''))?.expiresAt) * 1000;
    expect(Math.round((expires - clock.now().getTime()) / 86_400_000)).toBe(30);
  });

  test('the test is able to fail: a state that is written without taking the words off leaves them', async () => {
    const { table, visit, signedIn, letters, letterOf, clock } = await world();
    await visit('POST', path, { ...signedIn, json: { body } });
    const letter = (await letters())[0];
    if (!letter) throw new Error('no letter');
    const { update, ...write } = stateUpdate(letter, 'withheld', clock.now().toISOString(), {}, { from: ['queued'] });
    const { commit } = await import('@convener/dynamodb');
    await commit(table, [{ ...write, update: update.replace(', said', '') }]);
    expect(JSON.stringify(await letterOf(letter.id))).toContain('lift');
  });

  test('nothing is lost of what was entered; who has no address, is of another event or unknown gets none', async () => {
    const { visit, signedIn, organiser, ses, ports } = await world();
    const empty = await visit('POST', path, { ...signedIn, fields: { body: ' ', attempt: 'mine' } });
    expect([empty.status, await htmlProblems(empty.body)]).toEqual([422, []]);
    expect(empty.body).toContain('Enter the letter');
    expect(empty.body).toContain('name="attempt" value="mine"');
    const nobody = path.replace('reg_ada', 'reg_none');
    expect((await visit('GET', nobody, signedIn)).body).toContain('they gave no email address');
    expect((await visit('POST', nobody, { ...signedIn, json: { body } })).status).toBe(409);
    for (const wrong of [path.replace('reg_ada', 'reg_other'), path.replace('evt_1', 'evt_2'), path.replace('evt_1', 'evt_3')]) {
      expect((await visit('GET', wrong, signedIn)).status).toBe(404);
      expect((await visit('POST', wrong, { ...signedIn, json: { body } })).status).toBe(404);
    }
    const editor = await organiser(['editor']);
    expect((await visit('POST', path, { ...editor, json: { body } })).status).toBe(403);
    await sendRun(ports);
    expect(ses.accepted.size).toBe(0);
  });
});
