import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { mailingWorld } from '../testing/mailing-world.ts';
import type { SendPorts } from './send-ports.ts';
import { sendRun } from './send-run.ts';
import { sendTestLetter } from './send-test-letter.ts';

describe('the report by email', () => {
  test('one letter a person, also where a member was at the event under the same address', async () => {
    const { ports, ses, command, stateOf, prepareReport } = await mailingWorld(90, [
      'REG_3@example.org',
      'reg_50@Example.org',
      'ada@example.org',
    ]);
    const id = await prepareReport();
    await sendRun(ports);
    expect([await stateOf(id), (await ports.mailings.find(id))?.mailing.letters, ses.accepted.size]).toEqual(['ready', 91, 0]);
    await command(id, 'start');
    await command(id, 'start');
    await sendRun(ports);
    expect(await stateOf(id)).toBe('finished');
    const addresses = ses.addresses.map((address) => address.toLowerCase());
    expect([addresses.length, new Set(addresses).size]).toEqual([91, 91]);
  });

  test('a link and no attachment, in the format each person prefers, with one-click unsubscribe', async () => {
    const { ports, ses, command, prepareReport } = await mailingWorld(1, ['ada@example.org']);
    await command(await prepareReport(), 'start');
    await sendRun(ports);
    await command(await prepareReport(), 'start');
    await sendRun(ports);
    const mails = await Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
    const toMember = mails.find((mail) => mail.to?.[0]?.address === 'ada@example.org');
    const toAttendee = mails.find((mail) => mail.to?.[0]?.address === 'reg_0@example.org');
    expect([toMember?.html, typeof toAttendee?.html]).toEqual([undefined, 'string']);
    for (const mail of [toMember, toAttendee]) {
      const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value ?? '';
      expect(mail?.text).toContain('https://example.org/reports/a-gathering\n');
      expect(mail?.attachments).toEqual([]);
      expect(header('list-unsubscribe')).toMatch(/^<https:\/\/example\.org\/unsubscribe\/[\w.-]+>$/);
      expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      expect(header('reply-to')).toBe('hello@example.org');
    }
    expect(toMember?.text).toContain('https://example.org/preferences/');
    expect(toAttendee?.text).not.toContain('https://example.org/preferences/');
  });

  test('prepared twice it is one mailing; discarded before it started it may be prepared anew', async () => {
    const { ports, ses, command, stateOf, prepareReport } = await mailingWorld(3);
    const first = await prepareReport();
    expect(await prepareReport()).toBe(first);
    await sendRun(ports);
    await command(first, 'discard');
    expect(await command(first, 'start')).toEqual({ kind: 'impossible' });
    const second = await prepareReport({ attendees: true, members: false });
    expect(second).not.toBe(first);
    await sendRun(ports);
    await command(second, 'start');
    await sendRun(ports);
    expect([await stateOf(first), await stateOf(second), ses.addresses.length]).toEqual(['discarded', 'finished', 3]);
  });

  test('paused it stops, other letters go on; resumed it sends the rest and nobody twice', async () => {
    const { ports, ses, command, stateOf, clock, prepareReport } = await mailingWorld(60);
    const id = await prepareReport();
    await sendRun(ports);
    await command(id, 'start');
    ses.allowed = { ...ses.allowed, perSecond: 2 };
    const paused: SendPorts = {
      ...ports,
      door: {
        ...ports.door,
        send: async (letter) => {
          if (ses.addresses.length === 20) await command(id, 'pause');
          return ports.door.send(letter);
        },
      },
    };
    await sendRun(paused);
    expect(await stateOf(id)).toBe('paused');
    expect(ses.addresses.length).toBeGreaterThanOrEqual(20);
    // One second's worth, and what is under way at that moment.
    expect(ses.addresses.length).toBeLessThanOrEqual(31);
    const before = ses.addresses.length;
    await ports.letters.queue({
      id: 'let_own',
      template: 'registration.confirmed',
      recipient: { kind: 'attendee', id: 'reg_1' },
      eventId: 'evt_1',
      now: clock.now(),
    });
    await sendRun(ports);
    expect(ses.addresses.length).toBe(before + 1);
    await command(id, 'resume');
    await sendRun(ports);
    expect([await stateOf(id), ses.addresses.length, Math.max(...ses.accepted.values())]).toEqual(['finished', 61, 1]);
  });

  test('broken off while it is prepared, it is prepared to its end with the same letters', async () => {
    const { ports, directory, stateOf, prepareReport, clock } = await mailingWorld(130);
    const id = await prepareReport({ attendees: true, members: false });
    let calls = 0;
    const dying: SendPorts = {
      ...ports,
      directory: (request) => {
        calls += 1;
        if (calls === 4) throw new Error('killed');
        return directory(request);
      },
    };
    await expect(sendRun(dying)).rejects.toThrow('killed');
    clock.advance(60_000);
    await sendRun(ports);
    expect([await stateOf(id), (await ports.mailings.find(id))?.mailing.letters]).toEqual(['ready', 130]);
  });

  test('a test letter goes to the organiser alone and counts for nothing', async () => {
    const { ports, ses, clock, stateOf, prepareReport } = await mailingWorld(3);
    const id = await prepareReport();
    await sendRun(ports);
    await sendTestLetter(
      { mailingId: id, address: 'me@example.org', actor: { kind: 'organiser', id: 'org_sample' }, now: clock.now() },
      ports,
    );
    await sendRun(ports);
    expect([ses.addresses, await stateOf(id)]).toEqual([['me@example.org'], 'ready']);
    expect((await ports.letters.countsOf(id)).sent).toBe(0);
  });
});
