import { alertsDue, reasonOf } from '../domain/alerts.ts';
import { type EventOutline, phaseOf } from '../domain/event.ts';
import type { Supplier } from '../domain/supplier.ts';
import { isClosed } from './adjust.ts';
import { alertIdOf } from './alert-id.ts';
import type { Board } from './arranging-ports.ts';
import { answerThem, askMailing, waitingIn } from './send-answers.ts';
import { deliveredBy, type LettersPorts, mayLeave, type Run, send } from './sending.ts';

interface Open {
  readonly event: EventOutline;
  readonly board: Board;
}

/**
 * Sends what waits. Mailing is asked first, before anything else takes its time, so that the moments at which it is asked are the same
 * whatever waits. Says how many events were looked at, never how many letters left: their number is nobody's to know.
 */
export async function sendLetters(now: Date, ports: LettersPorts): Promise<number> {
  const run: Run = { now, ports, left: undefined };
  const eventIds = await ports.awaiting();
  const failures: unknown[] = [];
  const trying = async <T>(what: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await what();
    } catch (error) {
      failures.push(error);
      return undefined;
    }
  };
  const open: Open[] = [];
  for (const eventId of eventIds) {
    const found = await trying(() => opened(eventId, run));
    if (found) open.push(found);
  }
  const waiting = open.filter(({ event }) => phaseOf(event, now) === 'open').flatMap(({ event, board }) => waitingIn(event, board));
  const answers = await askMailing(waiting, run, trying);
  for (const each of open) await trying(() => sendBriefs(each, run));
  for (const each of open) await trying(() => sendAlerts(each, run));
  for (const each of answers) await trying(() => answerThem(each, run));
  if (failures.length > 0) throw new AggregateError(failures, 'Some letters could not be sent; the next run tries them again.');
  return eventIds.length;
}

async function opened(eventId: string, { now, ports }: Run): Promise<Open | undefined> {
  const event = await ports.events.byId(eventId);
  if (!event || isClosed(event, now)) return undefined;
  return { event, board: await ports.boards.ofEvent(eventId) };
}

/** Each owner hears of each thing once for each reason, whatever comes back: it stands on the coordinator's page all the while. */
async function sendAlerts({ event, board }: Open, run: Run): Promise<void> {
  const { sendings, press, ids } = run.ports;
  for (const alert of alertsDue(event, board.adjustments, run.now)) {
    const alertId = alertIdOf(alert);
    if (board.alerts.has(alertId) || !(await mayLeave(run))) continue;
    if (!(await sendings.beginAlert(event, alertId, run.now))) continue;
    const to = { name: alert.owner.name, address: alert.owner.email };
    const fate = await send({ letterId: ids.make('let'), to, ...press.alert(event, reasonOf(alert)) }, run);
    if (fate === 'later') await sendings.takeBackAlert(event.eventId, alertId);
  }
}

async function sendBriefs({ event, board }: Open, run: Run): Promise<void> {
  const { brief } = board;
  if (event.calledOffAt) return;
  const waiting = board.briefings.filter(({ delivered, briefVersion }) => delivered === 'waiting' && briefVersion === brief?.version);
  if (!brief || waiting.length === 0) return;
  const { sendings, press, suppliers } = run.ports;
  const known: readonly Supplier[] = await suppliers.all(run.now);
  for (const sending of waiting) {
    const supplier = known.find(({ supplierId }) => supplierId === sending.supplierId);
    if (!supplier) {
      await sendings.moveBriefing(sending, 'waiting', 'refused');
      continue;
    }
    if (!(await mayLeave(run)) || !(await sendings.moveBriefing(sending, 'waiting', 'sending'))) continue;
    const to = { name: supplier.name, address: supplier.email };
    const fate = await send({ letterId: sending.letterId, to, ...press.brief(event, brief) }, run);
    if (fate !== 'unknown') await sendings.moveBriefing(sending, 'sending', deliveredBy(fate));
  }
}
