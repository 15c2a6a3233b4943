import { hearOfLetter } from '../use-cases/hear-of-letter.ts';
import { importMembers } from '../use-cases/import-members.ts';
import { moveMailing } from '../use-cases/move-mailing.ts';
import { prepareReportMailing } from '../use-cases/prepare-mailing.ts';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from './send-ports.ts';

export const organiser = { kind: 'organiser', id: 'org_1' } as const;
const report = {
  id: 'rpt_1',
  eventId: 'evt_1',
  slug: 'a-gathering',
  title: 'Event report: A gathering',
  edition: 1,
  publishedAt: '2026-06-01T09:00:00.000Z',
};

/** An event with its report, attendees, members, and what an organiser may do with its mailings. */
export async function mailingWorld(attendees: number, memberAddresses: readonly string[] = []) {
  const people = new Map(Array.from({ length: attendees }, (_, at) => [`reg_${at}`, {}] as const));
  const ses = sesTwin();
  const clock = handClock('2026-06-02T09:00:00.000Z');
  const directory = directoryTwin(people, 40);
  const table = await emptyTable();
  const ports = sendPorts(table, { directory, door: ses, clock });
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
  return { table, people, ses, clock, directory, ports, command, stateOf, prepareReport, tell };
}
