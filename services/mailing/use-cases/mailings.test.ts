import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { hearOfLetter } from './hear-of-letter.ts';
import { importMembers } from './import-members.ts';
import { moveMailing } from './move-mailing.ts';
import { prepareNote, prepareReportMailing } from './prepare-mailing.ts';
import { writeJoiningLink, writeToAllThatEventIsOff } from './prepare-service-mailing.ts';
import type { SendPorts } from './send-ports.ts';
import { sendRun } from './send-run.ts';
import { sendTestLetter } from './send-test-letter.ts';
import { unsubscribe } from './unsubscribe.ts';
import { writeThatEventIsOff } from './write-about-registration.ts';

const organiser = { kind: 'organiser', id: 'org_1' } as const;
const report = {
  id: 'rpt_1',
  eventId: 'evt_1',
  slug: 'a-gathering',
  title: 'Event report: A gathering',
  edition: 1,
  publishedAt: '2026-06-01T09:00:00.000Z',
};

async function world(attendees: number, memberAddresses: readonly string[] = []) {
  const people = new Map(Array.from({ length: attendees }, (_, at) => [`reg_${at}`, {}] as const));
  const ses = sesTwin();
  const clock = handClock('2026-06-02T09:00:00.000Z');
  const directory = directoryTwin(people, 40);
  const ports = sendPorts(await emptyTable(), { directory, door: ses, clock });
  await ports.facts.saveEvent(anEvent, 1);
  await ports.facts.saveReport(report, 1);
  const rows = memberAddresses.map((email, at) => ({
    line: at + 1,
    email,
    name: `Member ${at}`,
    format: 'text' as const,
    language: 'en' as const,
    interests: '',
  }));
  await importMembers({ rows, soundAddress: (typed) => typed, actor: organiser, now: clock.now() }, ports);
  const command = (mailingId: string, what: 'start' | 'pause' | 'resume' | 'discard') =>
    moveMailing({ mailingId, command: what, actor: organiser, now: clock.now() }, ports);
  const stateOf = async (mailingId: string) => (await ports.mailings.find(mailingId))?.mailing.state.kind;
  const prepareReport = async (audience = { attendees: true, members: true }) => {
    const prepared = await prepareReportMailing({ eventId: 'evt_1', ...audience, actor: organiser, now: clock.now() }, ports);
    if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
    return prepared.mailingId;
  };
  const tell = (letterId: string, type: string, bounceKind = '') =>
    hearOfLetter({ type, letterId, messageId: `ses-${letterId}`, bounceKind, at: clock.now().toISOString() }, ports);
  return { people, ses, clock, directory, ports, command, stateOf, prepareReport, tell };
}

describe('the report by email', () => {
  test('one letter a person, also where a member was at the event under the same address', async () => {
    const { ports, ses, command, stateOf, prepareReport } = await world(90, ['REG_3@example.org', 'reg_50@Example.org', 'ada@example.org']);
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
    const { ports, ses, command, prepareReport } = await world(1, ['ada@example.org']);
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
    const { ports, ses, command, stateOf, prepareReport } = await world(3);
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
    const { ports, ses, command, stateOf, clock, prepareReport } = await world(60);
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
    const { ports, directory, stateOf, prepareReport, clock } = await world(130);
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
    const { ports, ses, clock, stateOf, prepareReport } = await world(3);
    const id = await prepareReport();
    await sendRun(ports);
    await sendTestLetter({ mailingId: id, address: 'me@example.org', now: clock.now() }, ports);
    await sendRun(ports);
    expect([ses.addresses, await stateOf(id)]).toEqual([['me@example.org'], 'ready']);
    expect((await ports.letters.countsOf(id)).sent).toBe(0);
  });
});

describe('who must not be written to', () => {
  test('bounced, complained or unsubscribed before and during a mailing: nothing to them once it is stored', async () => {
    const { ports, ses, command, clock, prepareReport } = await world(40, ['ada@example.org', 'bob@example.org']);
    const id = await prepareReport();
    await sendRun(ports);
    await command(id, 'start');
    const key = (address: string) => ports.addressKey(address);
    await ports.suppression.suppress(await key('reg_0@example.org'), 'bounce', clock.now().toISOString());
    await unsubscribe({ addressKey: await key('reg_1@example.org'), stream: 'reports', now: clock.now() }, ports);
    await unsubscribe({ addressKey: await key('ada@example.org'), stream: 'reports', now: clock.now() }, ports);
    const stored = new Set(['reg_0@example.org', 'reg_1@example.org', 'ada@example.org']);
    const during: SendPorts = {
      ...ports,
      door: {
        ...ports.door,
        send: async (letter) => {
          expect([letter.address, stored.has(letter.address)]).toEqual([letter.address, false]);
          const number = /^reg_(\d+)@/.exec(letter.address)?.[1];
          if (number !== undefined && ses.addresses.length < 15) {
            const next = `reg_${(Number(number) + 20) % 40}@example.org`;
            if (!ses.addresses.includes(next)) {
              if (ses.addresses.length % 2 === 0) await ports.suppression.suppress(await key(next), 'complaint', clock.now().toISOString());
              else await unsubscribe({ addressKey: await key(next), stream: 'reports', now: clock.now() }, ports);
            }
            stored.add(next);
          }
          return ports.door.send(letter);
        },
      },
    };
    await sendRun({ ...during }, { leaseMs: 45_000, runMs: 240_000, parallel: 1, restMs: 900_000 });
    expect(stored.size).toBeGreaterThan(8);
    expect((await ports.letters.countsOf(id)).withheld).toBeGreaterThan(8);
  });

  test('the test is able to fail: who looks only when a batch begins writes to somebody suppressed since', async () => {
    const { ports, ses, clock } = await world(2);
    for (const to of ['reg_0', 'reg_1']) {
      await ports.letters.queue({
        id: `let_${to}`,
        template: 'registration.confirmed',
        recipient: { kind: 'attendee', id: to },
        eventId: 'evt_1',
        now: clock.now(),
      });
    }
    const key = await ports.addressKey('reg_1@example.org');
    const hasty: SendPorts = {
      ...ports,
      // Marks under a key that nobody looks up.
      letters: {
        ...ports.letters,
        markSending: (letter, attempt, _key, stream, now) => ports.letters.markSending(letter, attempt, 'no key', stream, now),
      },
      directory: async (request) => {
        const answer = await ports.directory(request);
        await ports.suppression.suppress(key, 'bounce', clock.now().toISOString());
        return answer;
      },
    };
    await sendRun(hasty);
    expect(ses.addresses).toContain('reg_1@example.org');
  });

  test('“Block all” silently kills joining instructions: unsubscribing never stops letters about one’s own place (failure 5)', async () => {
    const { ports, ses, clock } = await world(2);
    const write = (id: string, to: string) =>
      ports.letters.queue({
        id,
        template: 'registration.joining',
        recipient: { kind: 'attendee', id: to },
        eventId: 'evt_1',
        now: clock.now(),
      });
    await unsubscribe({ addressKey: await ports.addressKey('reg_0@example.org'), stream: 'reports', now: clock.now() }, ports);
    await write('let_a', 'reg_0');
    await sendRun(ports);
    expect(ses.addresses).toEqual(['reg_0@example.org']);
  });

  test.each([
    ['Complaint', ''],
    ['Bounce', 'Permanent'],
  ])('complaints on transactional mail ignored: a %s about a letter of one’s own place stops the next (failure 4)', async (news, kind) => {
    const { ports, ses, clock, tell } = await world(1);
    const write = (id: string) =>
      ports.letters.queue({
        id,
        template: 'registration.joining',
        recipient: { kind: 'attendee', id: 'reg_0' },
        eventId: 'evt_1',
        now: clock.now(),
      });
    await write('let_a');
    await sendRun(ports);
    await tell('let_a', news, kind);
    await write('let_b');
    await sendRun(ports);
    expect([ses.addresses.length, (await ports.letters.find('let_b'))?.state]).toEqual([1, 'withheld']);
  });

  test('a mailbox that is full today is written to again tomorrow', async () => {
    const { ports, ses, clock, tell } = await world(1);
    const write = (id: string) =>
      ports.letters.queue({
        id,
        template: 'registration.confirmed',
        recipient: { kind: 'attendee', id: 'reg_0' },
        eventId: 'evt_1',
        now: clock.now(),
      });
    await write('let_a');
    await sendRun(ports);
    await tell('let_a', 'Bounce', 'Transient');
    await write('let_b');
    await sendRun(ports);
    expect(ses.addresses.length).toBe(2);
  });
});

describe('the breaker', () => {
  async function sent(count: number) {
    const the = await world(count);
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

describe('service mailings', () => {
  test('joining details opened again for one person write to nobody else again (failure 2)', async () => {
    const { people, ports, ses } = await world(5);
    await writeJoiningLink({ id: 'a', at: '2026-05-19T09:00:00.000Z' }, 'evt_1', ports.mailings);
    await writeJoiningLink({ id: 'a', at: '2026-05-19T09:00:00.000Z' }, 'evt_1', ports.mailings);
    await sendRun(ports);
    expect(ses.addresses.length).toBe(5);
    people.set('reg_77', {});
    const again = { ...ports, directory: directoryTwin(people) };
    await writeJoiningLink({ id: 'b', at: '2026-05-19T12:00:00.000Z' }, 'evt_1', again.mailings);
    await sendRun(again);
    expect([ses.addresses.length, ses.addresses.at(-1)]).toEqual([6, 'reg_77@example.org']);
    const states = (await ports.mailings.ofEvent('evt_1')).map(({ state }) => state.kind);
    expect(states).toEqual(['finished', 'finished']);
  });

  test('an event called off: one letter each, from whichever side it is heard first', async () => {
    const { ports, ses, stateOf } = await world(12);
    const heard = (at: number) =>
      writeThatEventIsOff(
        {
          id: `reg_${at}:3:registration.cancelled.v1`,
          type: 'registration.cancelled.v1',
          at: '2026-05-01T09:00:00.000Z',
          aggregate: { id: `reg_${at}`, version: 3 },
          actor: { kind: 'system' },
          data: { registrationId: `reg_${at}`, eventId: 'evt_1' },
        },
        { ...ports, suppression: ports.suppression },
      );
    await heard(0);
    await heard(1);
    await writeToAllThatEventIsOff('evt_1', new Date('2026-05-01T09:00:00.000Z'), ports.mailings);
    await sendRun(ports);
    for (let at = 0; at < 12; at += 1) await heard(at);
    await sendRun(ports);
    expect([ses.addresses.length, Math.max(...ses.accepted.values())]).toEqual([12, 1]);
    const [mailing] = await ports.mailings.ofEvent('evt_1');
    expect(await stateOf(mailing?.id ?? '')).toBe('finished');
  });

  test('a letter in an organiser’s own words, long after the event', async () => {
    const { ports, ses, clock, command, stateOf } = await world(2);
    clock.advance(300 * 86_400_000);
    const { mailingId } = await prepareNote(
      {
        eventId: 'evt_1',
        statuses: ['confirmed'],
        subject: 'Thank you',
        body: 'First.\n\nSee https://example.org/more.',
        actor: organiser,
        now: clock.now(),
      },
      ports,
    );
    await sendRun(ports);
    await command(mailingId, 'start');
    await sendRun(ports);
    expect([await stateOf(mailingId), ses.addresses.length]).toEqual(['finished', 2]);
    const mail = await PostalMime.parse([...ses.mimes.values()][0] ?? new Uint8Array());
    expect([mail.subject, mail.html?.includes('href="https://example.org/more"')]).toEqual(['Thank you', true]);
    expect(mail.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false);
  });
});
