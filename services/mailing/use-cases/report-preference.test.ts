import { describe, expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { importMembers } from './import-members.ts';
import { moveMailing } from './move-mailing.ts';
import type { Directory } from './ports.ts';
import { prepareReportMailing } from './prepare-mailing.ts';
import { sendRun } from './send-run.ts';

const organiser = { kind: 'organiser', id: 'org_1' } as const;
const report = { id: 'rpt_1', eventId: 'evt_1', slug: 'a', title: 'Report', edition: 1, publishedAt: '2026-06-01T09:00:00.000Z' };

/** People who registered, and whether they want the report; `asks` is what mailing asks registration. */
async function world(wanting: Readonly<Record<string, boolean>>, tellsWish = true) {
  const clock = handClock('2026-06-02T09:00:00.000Z');
  const ses = sesTwin();
  const wishes = new Map(Object.entries(wanting));
  const people = directoryTwin(new Map(Object.keys(wanting).map((id) => [id, {}])));
  const asks: boolean[] = [];
  const directory: Directory = async (request) => {
    if (request.kind === 'audience') {
      asks.push(request.wantingReport);
      return { kind: 'audience', ids: [...wishes].filter(([, wants]) => wants || !request.wantingReport).map(([id]) => id) };
    }
    const answer = await people(request);
    if (answer.kind !== 'resolved' || !tellsWish) return answer;
    return { ...answer, entries: answer.entries.map((entry) => ({ ...entry, wantsReport: wishes.get(entry.id) ?? false })) };
  };
  const ports = sendPorts(await emptyTable(), { directory, door: ses, clock });
  await ports.facts.saveEvent(anEvent, 1);
  await ports.facts.saveReport(report, 1);
  const prepare = async (audience = { attendees: true, members: true }) => {
    const prepared = await prepareReportMailing({ eventId: 'evt_1', ...audience, actor: organiser, now: clock.now() }, ports);
    if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
    await sendRun(ports);
    return prepared.mailingId;
  };
  const start = async (mailingId: string) => {
    await moveMailing({ mailingId, command: 'start', actor: organiser, now: clock.now() }, ports);
    await sendRun(ports);
    return [...ses.addresses].sort();
  };
  return { ports, clock, wishes, asks, prepare, start };
}

describe('“tell me when the report is out”', () => {
  test('who said so gets it, who did not does not', async () => {
    const { asks, prepare, start } = await world({ reg_yes: true, reg_no: false });
    expect(await start(await prepare())).toEqual(['reg_yes@example.org']);
    expect(new Set(asks)).toEqual(new Set([true]));
  });

  test('who changes their mind after the mailing was prepared is heard', async () => {
    const { ports, wishes, prepare, start } = await world({ reg_a: true, reg_b: true });
    const mailingId = await prepare();
    wishes.set('reg_b', false);
    expect(await start(mailingId)).toEqual(['reg_a@example.org']);
    expect((await ports.mailings.find(mailingId))?.mailing.state.kind).toBe('finished');
    expect(await ports.letters.countsOf(mailingId)).toMatchObject({ sent: 1, withheld: 1 });
  });

  test('the test is able to fail: by what was said when it was prepared, they get it all the same', async () => {
    const { wishes, prepare, start } = await world({ reg_a: true, reg_b: true }, false);
    const mailingId = await prepare();
    wishes.set('reg_b', false);
    expect(await start(mailingId)).toEqual(['reg_a@example.org', 'reg_b@example.org']);
  });

  test('a member who receives reports gets it as a member, whatever they said when they registered', async () => {
    const { ports, clock, prepare, start } = await world({ reg_no: false });
    const row = { line: 1, email: 'reg_no@example.org', name: 'Ada', format: 'text', language: 'en', interests: '' } as const;
    await importMembers({ rows: [row], soundAddress: (typed) => typed, actor: organiser, now: clock.now() }, ports);
    expect(await start(await prepare())).toEqual(['reg_no@example.org']);
  });
});
