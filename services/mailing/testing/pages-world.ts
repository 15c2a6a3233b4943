import { htmlProblems } from '@convener/ui/testing';
import { expect } from 'vitest';
import { sendRun } from '../use-cases/send-run.ts';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from './send-ports.ts';
import { type Visit, visitorOf } from './visitor.ts';

/** Mailing's pages with an event, some attendees, and whatever letters come of a visit. */
export async function pagesWorld(attendees = 2) {
  const table = await emptyTable();
  const clock = handClock('2026-06-02T09:00:00.000Z');
  const ses = sesTwin();
  const people = new Map(Array.from({ length: attendees }, (_, at) => [`reg_${at}`, {}] as const));
  const ports = sendPorts(table, { directory: directoryTwin(people), door: ses, clock });
  await ports.facts.saveEvent(anEvent, 1);
  const visitor = await visitorOf(table, () => clock.now());
  /** The newest letter to an address, and the links in it. */
  const letterTo = async (address: string) => {
    await sendRun(ports);
    const at = ses.addresses.lastIndexOf(address);
    const mime = [...ses.mimes.values()][at];
    const text = Buffer.from(mime ?? new Uint8Array())
      .toString()
      .replaceAll('=\r\n', '')
      .replaceAll('=3D', '=');
    return { text, link: (path: string) => new RegExp(`https://example\\.org(${path}/[\\w.-]+)`).exec(text)?.[1] ?? 'none' };
  };
  return { ports, clock, ses, visitor, visit: visitor.visit, letterTo };
}

/** Its status, what it says, and that its HTML is valid. */
export async function expectSound(visit: Visit, status: number, says: string): Promise<void> {
  expect([visit.status, visit.body.includes(says)]).toEqual([status, true]);
  expect(await htmlProblems(visit.body)).toEqual([]);
}

export type PagesWorld = Awaited<ReturnType<typeof pagesWorld>>;
