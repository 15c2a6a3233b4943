import { describe, expect, test } from 'vitest';
import { mailingWorld } from '../testing/mailing-world.ts';
import { sendRun } from './send-run.ts';

describe('the breaker', () => {
  async function sent(count: number) {
    const the = await mailingWorld(count);
    const id = await the.prepareReport({ attendees: true, members: false });
    await sendRun(the.ports);
    await the.command(id, 'start');
    // The last ones wait, so that there is something to stop.
    the.ses.allowed = { ...the.ses.allowed, perDay: Math.ceil((count - 10) / 0.95) };
    await sendRun(the.ports);
    return { ...the, id, letterIds: [...the.ses.accepted.keys()] };
  }

  test('stops a mailing at 2 % bounced, says why, and starts again only by an organiser', async () => {
    const { ports, id, letterIds, tell, stateOf, ses, clock, command } = await sent(110);
    expect([await stateOf(id), letterIds.length]).toEqual(['sending', 100]);
    await tell(letterIds[0] ?? '', 'Bounce', 'Permanent');
    expect(await stateOf(id)).toBe('sending');
    await tell(letterIds[1] ?? '', 'Bounce', 'Transient');
    expect((await ports.mailings.find(id))?.mailing.state).toMatchObject({ kind: 'paused', reason: 'bounces' });
    clock.advance(86_400_000);
    ses.allowed = { ...ses.allowed, perDay: 100_000 };
    await sendRun(ports);
    expect(ses.addresses.length).toBe(100);
    await command(id, 'resume');
    await sendRun(ports);
    expect(ses.addresses.length).toBe(110);
  });

  test('one complaint of a hundred is 12 times too many', async () => {
    const { id, letterIds, tell, ports } = await sent(110);
    await tell(letterIds[5] ?? '', 'Complaint');
    expect((await ports.mailings.find(id))?.mailing.state).toMatchObject({ kind: 'paused', reason: 'complaints' });
  });

  test('a bounce among a handful is no trend', async () => {
    const { id, letterIds, tell, stateOf } = await sent(30);
    await tell(letterIds[0] ?? '', 'Bounce', 'Permanent');
    expect(await stateOf(id)).toBe('sending');
  });
});
