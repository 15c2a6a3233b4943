import { envelopesSchema, fromItem, getItem } from '@convener/dynamodb';
import { expect, test } from 'vitest';
import { mailingKey } from '../store/keys.ts';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { idFrom } from './letter-id.ts';
import { writeJoiningLink, writeToAllThatEventIsOff } from './prepare-service-mailing.ts';
import { sendRun } from './send-run.ts';
import { tendEvents } from './tend-events.ts';

/** Two who registered by phone, one who wrote, and one whose letters bounce. */
async function world() {
  const clock = handClock('2026-05-01T09:00:00.000Z');
  const people = new Map([
    ['reg_phoned', { address: '' }],
    ['reg_posted', { address: '' }],
    ['reg_wrote', {}],
    ['reg_bounced', {}],
  ]);
  const table = await emptyTable();
  const ses = sesTwin();
  const ports = sendPorts(table, { directory: directoryTwin(people), door: ses, clock });
  await ports.suppression.suppress(await ports.addressKey('reg_bounced@example.org'), 'bounce', clock.now().toISOString());
  await ports.facts.saveEvent(anEvent, 2);
  const finished = async (mailingId: string) => {
    const item = await getItem(table, mailingKey(mailingId));
    const envelopes = envelopesSchema.parse(item && fromItem(item).envelopes);
    return envelopes.find(({ type }) => type === 'mailing.finished.v1')?.data;
  };
  return { clock, ports, ses, finished };
}

test('once an event is off, organisers hear how many have no address to be told at', async () => {
  const { clock, ports, ses, finished } = await world();
  await writeToAllThatEventIsOff('evt_1', clock.now(), ports.mailings);
  await sendRun(ports);
  expect(ses.addresses).toEqual(['reg_wrote@example.org']);
  const untold = { eventId: 'evt_1', news: 'cancelled', people: 2 };
  expect(await finished(idFrom('mlg', 'event-cancelled:evt_1'))).toMatchObject({ letters: 4, untold });
});

test('a change of the event, and of how to join, is told so too; a letter that is no news says nothing of it', async () => {
  const { clock, ports, finished } = await world();
  await ports.facts.noteTold('evt_1', { ...anEvent, place: 'Elsewhere' }, 1);
  await ports.facts.noteJoiningOpened('evt_1', '2026-04-30T09:00:00.000Z');
  await ports.facts.noteJoiningChanged('evt_1', { version: 4, at: '2026-05-01T08:00:00.000Z' });
  await ports.around.touch('evt_1', 'changed', clock.now());
  await tendEvents(clock.now(), ports);
  await writeJoiningLink({ id: 'opened', at: clock.now().toISOString() }, 'evt_1', ports.mailings);
  await sendRun(ports);
  const untold = { eventId: 'evt_1', people: 2 };
  expect(await finished(idFrom('mlg', 'event-changed', 'evt_1', '1'))).toMatchObject({ untold: { ...untold, news: 'changed' } });
  expect(await finished(idFrom('mlg', 'joining-changed', 'evt_1', '4'))).toMatchObject({ untold: { ...untold, news: 'joining-changed' } });
  const joining = await finished(idFrom('mlg', 'joining', 'opened'));
  expect(joining).toMatchObject({ letters: 4 });
  expect(joining).not.toHaveProperty('untold');
});
