import { actorOf, answer, done, type Handler, type HttpRequest, invalid, problem, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { attendancePage } from '../pages/attendance-page.tsx';
import { markAttendance } from '../use-cases/attend.ts';
import { openAttendance } from '../use-cases/attendance-list.ts';
import { words } from '../words.attendance.en.ts';
import { whenContended } from './when-contended.ts';

type AttendanceHandler = Handler<OrganiseDependencies>;

/** A phone sends what it could not send before, a hundred at a time. */
const mostMarks = 200;

export const showAttendance: AttendanceHandler = (request, ports) => show(request, ports);

export const changeAttendance: AttendanceHandler = whenContended(async (request, ports) => {
  const eventId = request.params.eventId ?? '';
  const marks = { here: idsOf(request.fields.here), notHere: idsOf(request.fields.notHere) };
  const count = marks.here.length + marks.notHere.length;
  if (count === 0 || count > mostMarks) return show(request, ports, words.list.unclear);
  const { unknown } = await markAttendance(eventId, marks, actorOf(request).id, request.now, ports);
  if (request.wants === 'html' && unknown.length > 0) return show(request, ports, words.list.notFound);
  // Back to the name that was pressed, not to the top of a long list.
  return done(`/organise/events/${eventId}/attendance#${[...marks.here, ...marks.notHere][0] ?? ''}`, { marked: count, unknown });
});

async function show(request: HttpRequest, ports: OrganiseDependencies, trouble?: string): Promise<Reply> {
  const page = await openAttendance(request.params.eventId ?? '', ports);
  // A draft has not been heard of here.
  if (!page) return problem(404, words.list.notYet.title, words.list.notYet.text);
  const { baseUrl, network } = ports;
  const { encode } = await import('uqr');
  const address = `${baseUrl}/events/${page.event.outline.slug}/here`;
  const view = { network, ...page, baseUrl, qr: encode(`${address}?code=${page.code}`, { border: 2 }).data, problem: trouble };
  const extras = { connects: true };
  if (trouble) return invalid(() => attendancePage(view), [{ field: 'here', message: trouble }], extras);
  const { code, here, people, receipt } = page;
  return answer(
    () => attendancePage(view),
    { code, address, here, expected: people.length, people, ...(receipt ? { kept: receipt.counts } : {}) },
    extras,
  );
}

/** One id, or many; whatever is no id of a registration is left out. */
function idsOf(given: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  return [...new Set(all)].filter((id): id is string => typeof id === 'string' && /^reg_[\w-]{8,64}$/.test(id));
}
