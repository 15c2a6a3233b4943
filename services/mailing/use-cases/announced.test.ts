import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { fromItem } from '@convener/dynamodb';
import { expect, test } from 'vitest';
import { mailingWorld, organiser } from '../testing/mailing-world.ts';
import { prepareNote } from './prepare-mailing.ts';
import { sendRun } from './send-run.ts';
import { sendTestLetter, sendTestOfLetter } from './send-test-letter.ts';

/** Every action of an organiser is in the audit log, which reads the domain events that ride on items. */
async function announcedIn({ table }: Awaited<ReturnType<typeof mailingWorld>>) {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  const envelopes = Items.flatMap((item) => {
    const held = fromItem(item).envelopes;
    return Array.isArray(held) ? held : [];
  });
  const types = envelopes.filter(({ type }) => type !== 'members.imported.v1').map(({ type, actor }) => `${type} ${actor.id}`);
  return { types, words: JSON.stringify(envelopes) };
}

test('that a mailing was prepared, and by whom, once however often the button is pressed', async () => {
  const world = await mailingWorld(2);
  await world.prepareReport();
  await world.prepareReport();
  const note = { statuses: ['confirmed'], subject: 'Parking', body: 'The gate is shut.' } as const;
  await prepareNote({ eventId: 'evt_1', ...note, actor: organiser, now: world.clock.now() }, world.ports);
  const { types, words } = await announcedIn(world);
  expect(types).toEqual(['mailing.prepared.v1 org_1', 'mailing.prepared.v1 org_1']);
  expect(words).not.toMatch(/Parking|shut/);
});

test('that it was discarded', async () => {
  const world = await mailingWorld(2);
  const id = await world.prepareReport();
  await sendRun(world.ports);
  await world.command(id, 'discard');
  expect((await announcedIn(world)).types).toContain('mailing.discarded.v1 org_1');
});

test('that a test was sent, of a mailing or a letter around an event, and not where to', async () => {
  const world = await mailingWorld(2);
  const to = { address: 'tester@example.org', actor: organiser, now: world.clock.now() };
  await sendTestLetter({ mailingId: await world.prepareReport(), ...to }, world.ports);
  await sendTestOfLetter({ eventId: 'evt_1', letter: 'reminder', ...to }, world.ports);
  const { types, words } = await announcedIn(world);
  expect(types.filter((type) => type === 'mailing.test-sent.v1 org_1')).toHaveLength(2);
  expect(words).not.toContain('tester@example.org');
});
