import { htmlProblems } from '@convener/ui/testing';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { LetterTemplate } from '../domain/letter-templates.ts';
import { type EditableLetter, templateOf } from '../domain/letter-texts.ts';
import { standardText } from '../letters/standard-texts.ts';
import { anEventToCome, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { visitorOf } from '../testing/visitor.ts';
import type { Person } from '../use-cases/ports.ts';
import { sendRun } from '../use-cases/send-run.ts';
import { writeAboutRegistration } from '../use-cases/write-about-registration.ts';

const base = '/organise/events/evt_1/letters';
const own = { subject: 'In our words: {event}', body: 'It is on {when}.\n\nYours, {network}.' };
/** What somebody could type into a form to have it sent to somebody else. */
const typed = 'You have won! example.org/prize';

const cases = [
  { letter: 'requested', person: { status: 'pending' }, keeps: 'https://example.org/registrations/confirm/reg_0' },
  { letter: 'offer-declined', person: { status: 'cancelled' }, keeps: 'https://example.org/events/a-gathering' },
  { letter: 'offer-lapsed', person: { status: 'cancelled' }, keeps: 'https://example.org/registrations/manage/reg_0' },
  { letter: 'cancelled', person: { status: 'cancelled' }, keeps: 'https://example.org/events/a-gathering' },
] as const satisfies readonly { readonly letter: EditableLetter; readonly person: Partial<Person>; readonly keeps: string }[];

async function world(person: Partial<Person>) {
  const table = await emptyTable();
  const clock = handClock('2026-05-01T09:00:00.000Z');
  const ses = sesTwin();
  const ports = sendPorts(table, { directory: directoryTwin(new Map([['reg_0', { name: typed, ...person }]])), door: ses, clock });
  await ports.facts.saveEvent(anEventToCome, 2);
  const { visit, organiser } = await visitorOf(table, () => clock.now());
  const write = (template: LetterTemplate) =>
    writeAboutRegistration(
      template,
      {
        id: `told:${template}`,
        type: 'registration.told.v1',
        at: clock.now().toISOString(),
        aggregate: { id: 'reg_0', version: 2 },
        actor: { kind: 'attendee' },
        data: { registrationId: 'reg_0', eventId: 'evt_1' },
      },
      ports,
    );
  const sent = async () => {
    await sendRun(ports);
    const [mail, ...more] = await Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
    if (!mail || more.length > 0) throw new Error('not one letter');
    return mail;
  };
  return { ports, visit, console: await organiser(), write, sent };
}

describe('letters that follow from one person’s own doing', () => {
  test.each(cases)('$letter: own words leave, what can be done stays, and how many went is told', async ({ letter, person, keeps }) => {
    const { visit, console, write, sent } = await world(person);
    expect((await visit('POST', `${base}/${letter}`, { ...console, fields: own })).headers.location).toBe(`${base}/${letter}?said=saved`);
    await write(templateOf[letter]);
    const { subject, text, to } = await sent();
    expect(subject).toBe('In our words: A gathering');
    expect(text).toContain('It is on Saturday, 20 June 2026');
    expect(text).toContain('Yours, Example Network.');
    expect(text).toContain(keeps);
    if (letter === 'requested') expect(`${text}${JSON.stringify(to)}`).not.toContain('won');
    expect((await visit('GET', base, console)).body).toContain('To 1 person, by itself');
  });

  test.each([true, false])('no words lose what somebody who has yet to confirm can count on; held: %s', async (placeHeld) => {
    const { visit, console, write, sent } = await world({
      status: 'pending',
      toConfirm: { until: '2026-05-03T09:00:00.000Z', placeHeld },
    });
    await visit('POST', `${base}/requested`, { ...console, fields: own });
    await write('registration.requested');
    const said = (await sent()).text?.replace(/\s+/g, ' ');
    expect(said).toContain(placeHeld ? 'A place is held for you until Sunday, 3 May 2026' : 'No place is held for you yet.');
    expect(said).toContain('If it was not you, do nothing: we delete the address by ourselves.');
    expect(said).toContain('Hello, It is on');
  });

  test('our own words of the first letter say once what to do if it was not them', async () => {
    const { write, sent } = await world({ status: 'pending' });
    expect(standardText('requested').body).not.toContain('If it was not you');
    await write('registration.requested');
    expect((await sent()).text?.split('If it was not you').length).toBe(2);
  });

  test.each(['save', 'preview'] as const)('the first letter takes no name to %s, says why, and keeps what was entered', async (what) => {
    const { visit, console, ports } = await world({});
    const page = await visit('GET', `${base}/requested`, console);
    expect(page.body).toContain('These stand for what differs: {event}, {when}, {where}, {network}.');
    const fields = { subject: own.subject, body: 'Dear { name }, was it you?', do: what };
    const refused = await visit('POST', `${base}/requested`, { ...console, fields });
    expect([refused.status, await htmlProblems(refused.body)]).toEqual([422, []]);
    expect(refused.body).toContain('{name} cannot stand in this letter');
    expect(refused.body).toContain('Dear { name }, was it you?');
    const json = await visit('POST', `${base}/requested`, { ...console, json: { subject: 'For {name}', body: 'Was it you?' } });
    expect([json.status, JSON.parse(json.body).errors[0].field]).toEqual([422, 'subject']);
    expect(await ports.plans.find('evt_1')).toBeUndefined();
    expect((await visit('POST', `${base}/cancelled`, { ...console, fields })).status).toBe(what === 'save' ? 303 : 200);
  });
});
