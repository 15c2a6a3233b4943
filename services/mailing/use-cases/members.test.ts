import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MemberDetails, Preferences } from '../domain/member.ts';
import { directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { answerForSubject } from './answer-for-subject.ts';
import { changePreferences, memberByLink } from './change-preferences.ts';
import { confirmJoining } from './confirm-joining.ts';
import { forgetUnconfirmed } from './forget-unconfirmed.ts';
import { importMembers } from './import-members.ts';
import { joinNetwork } from './join-network.ts';
import { leaveNetwork } from './leave-network.ts';
import { readMemberRows } from './read-member-rows.ts';
import { requestPreferencesLink } from './request-preferences-link.ts';
import { sendRun } from './send-run.ts';
import { unsubscribe } from './unsubscribe.ts';

const details: MemberDetails = { name: 'Ada', format: 'html', language: 'en', interests: '' };
const organiser = { kind: 'organiser', id: 'org_1' } as const;

async function world() {
  const ses = sesTwin();
  const clock = handClock();
  const ports = sendPorts(await emptyTable(), { directory: directoryTwin(new Map()), door: ses, clock });
  const join = (address = 'ada@example.org') => joinNetwork({ address, details, now: clock.now() }, ports);
  const idOf = async (address: string) => `mem_${await ports.addressKey(address)}`;
  const memberOf = async (address = 'ada@example.org') => {
    const { stored } = await ports.members.find(await idOf(address));
    return stored.kind === 'held' ? stored.member : undefined;
  };
  const confirm = async (address = 'ada@example.org') => {
    const member = await memberOf(address);
    return confirmJoining({ memberId: await idOf(address), linkVersion: member?.linkVersion ?? 0, now: clock.now() }, ports);
  };
  const subjects = async () => {
    await sendRun(ports);
    return [...ses.mimes.values()].map((mime) => /^Subject: (.*)$/m.exec(Buffer.from(mime).toString())?.[1]);
  };
  return { ses, clock, ports, join, idOf, memberOf, confirm, subjects };
}

describe('joining', () => {
  test('pending until the link is pressed, joined once however often it is', async () => {
    const { ports, clock, join, memberOf, confirm, subjects, idOf } = await world();
    await join();
    expect((await memberOf())?.membership.kind).toBe('pending');
    expect(await subjects()).toEqual(['Confirm that you want to join Example Network']);
    const linkVersion = (await memberOf())?.linkVersion ?? 0;
    expect(
      await confirmJoining({ memberId: await idOf('ada@example.org'), linkVersion: linkVersion + 1, now: clock.now() }, ports),
    ).toEqual({ kind: 'dead-link' });
    expect([await confirm(), await confirm()]).toEqual([{ kind: 'joined' }, { kind: 'joined' }]);
    const { carried } = await ports.members.find(await idOf('ada@example.org'));
    expect(carried.map(({ type }) => type)).toEqual(['member.join-requested.v1', 'member.joined.v1']);
    expect((await memberOf())?.membership).toMatchObject({ kind: 'joined', by: 'form', streams: ['reports', 'news'] });
  });

  test('the same address however it is typed is one member, and gets one letter an hour', async () => {
    const { clock, join, subjects } = await world();
    await join();
    await join(' Ada@EXAMPLE.org ');
    expect((await subjects()).length).toBe(1);
    clock.advance(3_600_000);
    await join();
    expect((await subjects()).length).toBe(2);
  });

  test('a member who asks again is told so by letter, and nothing changes', async () => {
    const { join, confirm, memberOf, subjects } = await world();
    await join();
    await confirm();
    const before = await memberOf();
    await join();
    expect(await memberOf()).toEqual(before);
    expect(await subjects()).toContain('You are already a member of Example Network');
  });

  test('not confirmed in 7 days it is deleted; the old link stays dead when the same address asks again', async () => {
    const { ports, clock, join, memberOf, idOf } = await world();
    await join();
    const old = (await memberOf())?.linkVersion ?? 0;
    clock.advance(8 * 86_400_000);
    expect([await forgetUnconfirmed(clock.now(), ports), await memberOf()]).toEqual([1, undefined]);
    await join();
    const link = { memberId: await idOf('ada@example.org'), linkVersion: old, now: clock.now() };
    expect(await confirmJoining(link, ports)).toEqual({ kind: 'dead-link' });
  });

  test('somebody who confirmed in time is not deleted with them', async () => {
    const { ports, clock, join, confirm, memberOf } = await world();
    await join();
    await confirm();
    clock.advance(30 * 86_400_000);
    expect([await forgetUnconfirmed(clock.now(), ports), (await memberOf())?.membership.kind]).toEqual([0, 'joined']);
  });
});

describe('what a member receives', () => {
  test('is theirs to change; asking for a stream again undoes having left it', async () => {
    const { ports, clock, join, confirm, memberOf, idOf } = await world();
    await join();
    await confirm();
    const memberId = await idOf('ada@example.org');
    await unsubscribe({ addressKey: await ports.addressKey('ada@example.org'), stream: 'reports', now: clock.now() }, ports);
    expect((await memberOf())?.membership).toMatchObject({ streams: ['news'] });
    const preferences: Preferences = { ...details, format: 'text', streams: ['reports'] };
    expect(await changePreferences({ memberId, preferences, now: clock.now() }, ports)).toEqual({ kind: 'changed' });
    expect(await memberOf()).toMatchObject({ details: { format: 'text' }, membership: { streams: ['reports'] } });
  });

  test('the link comes again by letter; an address that is no member’s gets nothing', async () => {
    const { ports, clock, ses, join, confirm } = await world();
    await join();
    await confirm();
    await sendRun(ports);
    const before = ses.addresses.length;
    await requestPreferencesLink({ address: 'ada@example.org', now: clock.now() }, ports);
    await requestPreferencesLink({ address: 'nobody@example.org', now: clock.now() }, ports);
    await sendRun(ports);
    expect(ses.addresses.slice(before)).toEqual(['ada@example.org']);
  });

  test('leaving deletes everything, kills every link, and no letter follows', async () => {
    const { ports, clock, ses, join, confirm, memberOf, idOf } = await world();
    await join();
    await confirm();
    const member = await memberOf();
    await requestPreferencesLink({ address: 'ada@example.org', now: clock.now() }, ports);
    const memberId = await idOf('ada@example.org');
    expect(await leaveNetwork({ memberId, actor: { kind: 'member' }, now: clock.now() }, ports)).toBe(3);
    await sendRun(ports);
    expect([ses.addresses, await memberOf(), await ports.letters.ofRecipient(memberId)]).toEqual([[], undefined, []]);
    expect(await memberByLink({ memberId, linkVersion: member?.linkVersion ?? 0 }, ports)).toBeUndefined();
  });

  test('the subject call exports and erases the same', async () => {
    const { ports, clock, join, confirm, memberOf, idOf } = await world();
    await join();
    await confirm();
    const subjectId = await idOf('ada@example.org');
    const exported = await answerForSubject({ kind: 'export', subjectId }, { ...ports, clock });
    expect(exported).toMatchObject({
      kind: 'exported',
      held: { member: { address: 'ada@example.org', name: 'Ada' }, letters: [{ template: 'member.join-requested' }] },
    });
    expect(await answerForSubject({ kind: 'erase', subjectId }, { ...ports, clock })).toEqual({
      kind: 'erased',
      service: 'mailing',
      items: 2,
    });
    expect(await memberOf()).toBeUndefined();
  });
});

describe('importing members', () => {
  const importText = async (the: Awaited<ReturnType<typeof world>>, text: string) => {
    const read = readMemberRows(text);
    if (read.kind !== 'read') throw new Error(read.kind);
    const soundAddress = (typed: string) => (/^\S+@\S+\.\S+$/.test(typed) ? typed : undefined);
    return importMembers({ rows: read.rows, soundAddress, actor: organiser, now: the.clock.now() }, the.ports);
  };

  test('row by row: added, unchanged, refused with the reason; the same file again adds nobody', async () => {
    const the = await world();
    await the.join('left@example.org');
    await the.confirm('left@example.org');
    await leaveNetwork({ memberId: await the.idOf('left@example.org'), actor: { kind: 'member' }, now: the.clock.now() }, the.ports);
    await the.ports.suppression.suppress(await the.ports.addressKey('bounced@example.org'), 'bounce', '2026-01-01T00:00:00.000Z');
    const file =
      'Name;Email;Format\nAda;ada@example.org;text\nBob;not an address;\nCy;left@example.org;\nDi;bounced@example.org;\nAda again;ADA@example.org;html\n';
    const result = await importText(the, file);
    expect([result.added, result.unchanged]).toEqual([1, 0]);
    expect(result.refused).toEqual([
      { line: 3, email: 'not an address', reason: 'not-an-address' },
      { line: 4, email: 'left@example.org', reason: 'left' },
      { line: 5, email: 'bounced@example.org', reason: 'suppressed' },
      { line: 6, email: 'ADA@example.org', reason: 'twice-in-file' },
    ]);
    expect(await the.memberOf()).toMatchObject({ details: { name: 'Ada', format: 'text' }, membership: { kind: 'joined', by: 'import' } });
    expect(await importText(the, file)).toMatchObject({ added: 0, unchanged: 1 });
    expect(await the.ports.members.count()).toBe(1);
  });

  test('120 pasted addresses are listed by name, page by page', async () => {
    const the = await world();
    const text = Array.from({ length: 120 }, (_, at) => `person-${at}@example.org, Person ${String(at).padStart(3, '0')}`).join('\n');
    expect(await importText(the, text)).toMatchObject({ added: 120, refused: [] });
    const first = await the.ports.members.list({ limit: 50 });
    const second = await the.ports.members.list({ limit: 50, cursor: first.cursor });
    expect([first.items[0]?.details.name, second.items[0]?.details.name]).toEqual(['Person 000', 'Person 050']);
    expect((await the.ports.members.list({ limit: 50, search: 'PERSON-77@' })).items.map(({ address }) => address)).toEqual([
      'person-77@example.org',
    ]);
  });

  test('what is no list of members is said so', () => {
    expect([readMemberRows(''), readMemberRows('Name,Town\nAda,Leith')]).toEqual([{ kind: 'no-rows' }, { kind: 'no-email-column' }]);
    expect(readMemberRows('\ufeffE-mail\tName\r\nada@example.org\tAda "the first" Example\r\n')).toMatchObject({
      rows: [{ email: 'ada@example.org', name: 'Ada "the first" Example' }],
    });
  });

  test('no text makes the reader fall over', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readMemberRows(text).kind === 'string'));
  });
});
