import { expect, test } from 'vitest';
import type { Letter } from '../domain/letter.ts';
import { directoryTwin, emptyTable, nobodyInvited, storesOn } from '../testing/send-ports.ts';
import { resolveRecipients } from './resolve-recipients.ts';

function letterTo(id: string): Letter {
  return {
    id: `ltr_${id}`,
    template: 'registration.confirmed',
    recipient: { kind: 'attendee', id },
    eventId: 'evt_1',
    mailingId: undefined,
    lane: 'service',
    state: 'queued',
    queuedAt: '2026-05-01T09:00:00.000Z',
    dueAt: '2026-05-01T09:00:00.000Z',
    refusals: 0,
  };
}

test('a letter to somebody who has no address is held back, and holds nobody else up', async () => {
  const { members, testers, links } = storesOn(await emptyTable());
  const directory = directoryTwin(
    new Map([
      ['reg_phoned', { address: '' }],
      ['reg_wrote', {}],
    ]),
  );
  const resolved = await resolveRecipients([letterTo('reg_phoned'), letterTo('reg_wrote')], {
    directory,
    invitations: nobodyInvited,
    members,
    testers,
    links,
  });
  expect(resolved.get('ltr_reg_phoned')).toEqual({ kind: 'withhold', why: 'unaddressable' });
  expect(resolved.get('ltr_reg_wrote')).toMatchObject({ kind: 'known', person: { address: 'reg_wrote@example.org' } });
});
