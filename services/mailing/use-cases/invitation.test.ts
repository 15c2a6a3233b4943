import type { InvitationAnswer } from '@convener/contracts/calls';
import { organiserInvitedV1 } from '@convener/contracts/domain-events';
import { envelopeFor } from '@convener/events';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, test } from 'vitest';
import { reactions } from '../handlers/reactions.ts';
import { directoryTwin, emptyTable, handClock, nobodyInvited, type SesTwin, sendPorts, sesTwin } from '../testing/send-ports.ts';
import type { Invitations } from './ports.ts';
import { sendRun } from './send-run.ts';

const ada: InvitationAnswer['invitations'][number] = {
  organiserId: 'org_ada',
  address: 'ada@example.org',
  status: 'invited',
  roles: ['organiser', 'editor'],
  invitedBy: 'Morag Sample',
};
const clock = handClock();
const told = (version = 1) =>
  envelopeFor(organiserInvitedV1, {
    aggregateId: 'org_ada',
    version,
    at: clock.now(),
    actor: { kind: 'organiser', id: 'org_morag' },
    data: { organiserId: 'org_ada', roles: ['organiser', 'editor'] },
  });
let ses: SesTwin;
beforeEach(() => {
  ses = sesTwin();
});

async function portsWhere(invitations: Invitations) {
  return sendPorts(await emptyTable(), { directory: directoryTwin(new Map()), invitations, door: ses, clock });
}

const invited =
  (over: Partial<typeof ada> = {}): Invitations =>
  async () => ({ invitations: [{ ...ada, ...over }] });

async function lettersFor(invitations: Invitations, ...events: ReturnType<typeof told>[]) {
  const ports = await portsWhere(invitations);
  for (const event of events) await reactions['organiser.invited.v1'](event, ports);
  await sendRun(ports);
  return Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
}

describe('somebody who is invited to organise', () => {
  test('gets one letter, however often it is told: who invites them, to what, how to sign in, whom to ask', async () => {
    const event = told();
    const [letter, ...more] = await lettersFor(invited(), event, event, event);
    expect(more).toEqual([]);
    expect(letter?.to?.map(({ address }) => address)).toEqual(['ada@example.org']);
    expect(letter?.subject).toBe('You are invited to organise for Example Network');
    for (const said of [
      'Morag Sample invites you',
      'Organiser: Runs events',
      'Editor: Themes reflections',
      'https://example.org/sign-in',
      'ask Morag Sample or write to hello@example.org',
      'you need do nothing',
    ])
      expect(letter?.text).toContain(said);
    expect(letter?.text).not.toMatch(/registered for an event|unsubscribe/i);
  });

  test('whose host nobody knows, is told whom to ask all the same', async () => {
    const { invitedBy: _by, ...unsigned } = ada;
    const [letter] = await lettersFor(async () => ({ invitations: [unsigned] }), told());
    expect(letter?.text).toContain('ask whoever invited you or write to hello@example.org');
  });

  test('invited again after they were removed, gets another letter', async () => {
    expect(await lettersFor(invited(), told(1), told(3))).toHaveLength(2);
  });

  test.each([
    ['has signed in meanwhile', invited({ status: 'active' })],
    ['was removed meanwhile', nobodyInvited],
  ])('who %s gets none', async (_what, invitations) => {
    expect(await lettersFor(invitations, told())).toEqual([]);
  });

  test('waits for organisers to answer, and gets the letter then', async () => {
    const down = { is: true };
    const answering = invited();
    const ports = await portsWhere((request) => (down.is ? Promise.reject(new Error('down')) : answering(request)));
    await reactions['organiser.invited.v1'](told(), ports);
    await sendRun(ports);
    expect(ses.addresses).toEqual([]);
    down.is = false;
    clock.advance(61_000);
    await sendRun(ports);
    expect(ses.addresses).toEqual(['ada@example.org']);
  });

  test('the domain event carries no address: only the id, by which organisers is asked', () => {
    expect(JSON.stringify(told())).not.toContain('@');
  });
});
