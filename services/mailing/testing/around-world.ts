import PostalMime from 'postal-mime';
import type { AudienceStatus } from '../domain/mailing.ts';
import type { Directory, EventLook } from '../use-cases/ports.ts';
import { sendRun } from '../use-cases/send-run.ts';
import { tendEvents } from '../use-cases/tend-events.ts';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from './send-ports.ts';

/** An event on 20 May 2026, 10am in Scotland, with people of some statuses. */
export async function aroundWorld(people: Readonly<Record<string, AudienceStatus>>, iso = '2026-05-01T09:00:00.000Z') {
  const table = await emptyTable();
  const clock = handClock(iso);
  const ses = sesTwin();
  const statusOf = (id: string) => (people[id] === 'waitlisted' ? 'waitlisted' : 'confirmed');
  const resolve = directoryTwin(new Map(Object.keys(people).map((id) => [id, { status: statusOf(id) }])));
  const directory: Directory = async (request) => {
    if (request.kind === 'resolve') return resolve(request);
    const wanted = new Set<string>(request.statuses);
    const fits = (id: string) => wanted.has(people[id] ?? '') || (people[id] === 'attended' && wanted.has('confirmed'));
    return { kind: 'audience', ids: Object.keys(people).filter(fits) };
  };
  const ports = sendPorts(table, { directory, door: ses, clock });
  /** What the service hears of the event: facts, then a touch. */
  const hear = async (event: Partial<EventLook>, version: number) => {
    const changedAt = clock.now().toISOString();
    await ports.facts.saveEvent({ ...anEvent, ...event, changedAt }, version);
    await ports.around.touch(anEvent.id, `event ${version}`, clock.now());
  };
  await hear({}, 2);
  await ports.facts.noteTold(anEvent.id, anEvent, 2);
  const tend = async () => {
    await tendEvents(clock.now(), ports);
    await sendRun(ports);
  };
  const mails = () => Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
  const subjects = async () => (await mails()).map(({ subject, to }) => `${to?.[0]?.address?.split('@')[0]}: ${subject}`).sort();
  return { table, clock, ses, ports, hear, tend, mails, subjects };
}

export type AroundWorld = Awaited<ReturnType<typeof aroundWorld>>;

export const goTo = ({ clock }: AroundWorld, iso: string) => clock.advance(Date.parse(iso) - clock.now().getTime());
