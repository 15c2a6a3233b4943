import { describe, expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { visitorOf } from '../testing/visitor.ts';
import { hearOfLetter } from './hear-of-letter.ts';
import { sendRun } from './send-run.ts';
import { writeAboutRegistration } from './write-about-registration.ts';

async function world() {
  const table = await emptyTable();
  const clock = handClock('2026-05-01T09:00:00.000Z');
  const people = new Map(['reg_a', 'reg_b', 'reg_c'].map((id) => [id, {}] as const));
  const ses = sesTwin();
  const ports = sendPorts(table, { directory: directoryTwin(people), door: ses, clock });
  await ports.facts.saveEvent(anEvent, 2);
  const told = (registrationId: string, version = 2) => ({
    id: `${registrationId}:${version}`,
    type: 'registration.confirmed.v1',
    at: clock.now().toISOString(),
    aggregate: { id: registrationId, version },
    actor: { kind: 'attendee' as const },
    data: { registrationId, eventId: 'evt_1' },
  });
  const confirm = (id: string) => writeAboutRegistration('registration.confirmed', told(id), ports);
  const count = () => ports.letters.sentAlone('evt_1', 'registration.confirmed');
  return { table, clock, ses, people, ports, told, confirm, count };
}

describe('letters that leave one by one', () => {
  test('are counted once they have left, once each, whatever is heard of them later', async () => {
    const { ports, ses, confirm, count, clock } = await world();
    for (const id of ['reg_a', 'reg_b', 'reg_a']) await confirm(id);
    expect(await count()).toBe(0);
    await sendRun(ports);
    expect(await count()).toBe(2);
    for (const type of ['Delivery', 'Delivery', 'Bounce']) {
      for (const letterId of ses.accepted.keys()) {
        await hearOfLetter({ type, letterId, messageId: `ses-${letterId}`, bounceKind: 'Transient', at: clock.now().toISOString() }, ports);
      }
    }
    expect(await count()).toBe(2);
    expect(await ports.letters.sentAlone('evt_1', 'registration.waitlisted')).toBe(0);
    expect(await ports.letters.sentAlone('evt_2', 'registration.confirmed')).toBe(0);
  });

  test('who is forgotten stays in the number and nowhere else; what had not left is gone', async () => {
    const { ports, people, confirm, count, clock } = await world();
    await confirm('reg_a');
    await sendRun(ports);
    await confirm('reg_b');
    for (const id of ['reg_a', 'reg_b']) await ports.letters.forget(id, { at: clock.now(), version: 9 });
    expect([await count(), await ports.letters.ofRecipient('reg_a'), await ports.letters.ofRecipient('reg_b')]).toEqual([1, [], []]);
    people.clear();
    await sendRun(ports);
    expect(await count()).toBe(1);
  });

  test('a letter that was held back is not counted', async () => {
    const { ports, people, confirm, count } = await world();
    people.set('reg_c', { status: 'cancelled' });
    await confirm('reg_c');
    await sendRun(ports);
    expect(await count()).toBe(0);
  });

  test('stand on the event’s page of letters, with those of mailings', async () => {
    const { table, ports, confirm, clock } = await world();
    const { visit, organiser } = await visitorOf(table, () => clock.now());
    const signedIn = await organiser();
    const list = async () => {
      const { body } = await visit('GET', '/organise/events/evt_1/letters', { ...signedIn, headers: { accept: 'application/json' } });
      const letters: readonly { readonly letter: string; readonly sent: number }[] = JSON.parse(body).letters;
      return letters.find(({ letter }) => letter === 'confirmed')?.sent;
    };
    expect(await list()).toBe(0);
    for (const id of ['reg_a', 'reg_b']) await confirm(id);
    await sendRun(ports);
    expect(await list()).toBe(2);
    expect((await visit('GET', '/organise/events/evt_1/letters', signedIn)).body).toContain('To 2 people, one by one');
  });
});
