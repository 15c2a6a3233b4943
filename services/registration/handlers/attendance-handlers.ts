import { actorOf, answer, done, type Handler, type HttpRequest, invalid, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { attendancePage, codePage } from '../pages/attendance-page.tsx';
import { markAttendance } from '../use-cases/attend.ts';
import { openAttendance } from '../use-cases/attendance-list.ts';
import { doorWords } from '../words.attendance.en.ts';
import { notPublished } from './not-published.ts';
import { whenContended } from './when-contended.ts';

type AttendanceHandler = Handler<OrganiseDependencies>;

/** A phone sends what it could not send before, a hundred at a time. */
const mostMarks = 200;

export const showAttendance: AttendanceHandler = (request, ports) => show(request, ports);

export const showCode: AttendanceHandler = async (request, ports) => {
  const page = await openAttendance(request.params.eventId ?? '', request.now, ports);
  if (!page) return notPublished(request, ports, 'attendance');
  const { event, code } = page;
  const address = `${ports.baseUrl}/events/${event.outline.slug}/here`;
  // The encoder is loaded only where a picture is drawn.
  const { encode } = await import('uqr');
  const qr = encode(`${address}?code=${code}`, { border: 4 }).data;
  return answer(() => codePage({ network: ports.network, event, code, address, qr }), { code, address });
};

export const changeAttendance: AttendanceHandler = whenContended(async (request, ports) => {
  const eventId = request.params.eventId ?? '';
  const marks = { here: idsOf(request.fields.here), notHere: idsOf(request.fields.notHere) };
  const count = marks.here.length + marks.notHere.length;
  if (count === 0 || count > mostMarks) return show(request, ports, doorWords.unclear);
  const { unknown } = await markAttendance(eventId, marks, actorOf(request).id, request.now, ports);
  if (request.wants === 'html' && unknown.length > 0) return show(request, ports, doorWords.notFound);
  // Back to the name that was pressed, not to the top of a long list.
  return done(`/organise/events/${eventId}/attendance#${[...marks.here, ...marks.notHere][0] ?? ''}`, {
    marked: count - unknown.length,
    unknown,
  });
});

async function show(request: HttpRequest, ports: OrganiseDependencies, trouble?: string): Promise<Reply> {
  const page = await openAttendance(request.params.eventId ?? '', request.now, ports);
  if (!page) return notPublished(request, ports, 'attendance');
  const { network } = ports;
  const view = { network, ...page, problem: trouble };
  const extras = { connects: true };
  if (trouble) return invalid(() => attendancePage(view), [{ field: 'here', message: trouble }], extras);
  const { here, expected, people, offered, receipt } = page;
  const data = { here, expected, people, offered, ...(receipt ? { kept: receipt.counts } : {}) };
  return answer(() => attendancePage(view), data, extras);
}

/** One id, or many; whatever is no id of a registration is left out. */
function idsOf(given: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  return [...new Set(all)].filter((id): id is string => typeof id === 'string' && /^reg_[\w-]{8,64}$/.test(id));
}
