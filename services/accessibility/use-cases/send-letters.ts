import { setTimeout as pause } from 'node:timers/promises';
import { errorFacts, log } from '@convener/observability';
import { urgencyOf } from '../domain/adjustment.ts';
import { type Arrangement, type Delivered, deliver, type Telling } from '../domain/arrangement.ts';
import type { Brief } from '../domain/brief.ts';
import { type EventOutline, phaseOf } from '../domain/event.ts';
import type { Need } from '../domain/need.ts';
import type { Supplier } from '../domain/supplier.ts';
import { isClosed } from './adjust.ts';
import type { Arrangements, Board, Boards, Ids, LetterFate, MayWrite, OwnLetter, Post, Sendings, Suppliers } from './arranging-ports.ts';
import type { Events } from './ports.ts';

/** The words of a letter; who it goes to and its id are added here. */
export type Printed = Pick<OwnLetter, 'subject' | 'text' | 'html'>;

export interface Press {
  /** To the owner of something that is arranged; it says of nobody and nothing what it is. */
  alert(event: EventOutline): Printed;
  answer(event: EventOutline, need: Need, telling: Telling, person: { readonly name: string; readonly format: 'html' | 'text' }): Printed;
  brief(event: EventOutline, brief: Brief): Printed;
}

export interface LettersPorts {
  /** Ids of events that are not settled. */
  readonly awaiting: () => Promise<readonly string[]>;
  readonly events: Events;
  readonly boards: Boards;
  readonly arrangements: Arrangements;
  readonly sendings: Sendings;
  readonly suppliers: Suppliers;
  readonly mayWrite: MayWrite;
  readonly post: Post;
  readonly press: Press;
  readonly ids: Ids;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/**
 * How often mailing is asked in one run, whoever waits: its log shows a line for each time, and a line more or less would tell that somebody
 * is being answered. Who is left over waits for the next run, minutes later.
 */
export const questionsPerRun = 4;
/** Mailing gives a share of its rate every half second. */
const shareMs = 600;

interface Run {
  readonly now: Date;
  readonly ports: LettersPorts;
  asked: number;
  left: number | undefined;
}

/** Sends what waits. Says how many events were looked at, never how many letters left: their number is nobody's to know. */
export async function sendLetters(now: Date, ports: LettersPorts): Promise<number> {
  const run: Run = { now, ports, asked: 0, left: undefined };
  const eventIds = await ports.awaiting();
  const failures: unknown[] = [];
  for (const eventId of eventIds) {
    try {
      await sendOf(eventId, run);
    } catch (error) {
      failures.push(error);
    }
  }
  await askForNobody(run).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'Some letters could not be sent; the next run tries them again.');
  return eventIds.length;
}

async function sendOf(eventId: string, run: Run): Promise<void> {
  const event = await run.ports.events.byId(eventId);
  if (!event || isClosed(event, run.now)) return;
  const board = await run.ports.boards.ofEvent(eventId);
  await sendBriefs(event, board, run);
  if (phaseOf(event, run.now) !== 'open') return;
  await sendAlerts(event, board, run);
  await sendAnswers(event, board, run);
}

/** Once for each adjustment and level, whatever comes back: it stands on the coordinator's page all the while. */
async function sendAlerts(event: EventOutline, board: Board, run: Run): Promise<void> {
  const { sendings, press, ids } = run.ports;
  for (const adjustment of board.adjustments) {
    const level = urgencyOf(adjustment, event, run.now);
    const { adjustmentId, owner } = adjustment;
    if (level === 'fine' || board.alerts.has(`${adjustmentId}#${level}`) || !(await mayLeave(run))) continue;
    if (!(await sendings.beginAlert(event, adjustmentId, level, run.now))) continue;
    const to = { name: owner.name, address: owner.email };
    const fate = await send({ letterId: ids.make('let'), to, ...press.alert(event) }, run);
    if (fate === 'later') await sendings.takeBackAlert(event.eventId, adjustmentId, level);
  }
}

async function sendBriefs(event: EventOutline, board: Board, run: Run): Promise<void> {
  const { brief } = board;
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

async function sendAnswers(event: EventOutline, board: Board, run: Run): Promise<void> {
  for (const arrangement of board.arrangements) {
    const { telling, registrationId } = arrangement;
    const need = board.needs.find((each) => each.registrationId === registrationId);
    if (!need || !telling || telling.delivered !== 'waiting' || telling.delivery === 'ring' || run.asked >= questionsPerRun) continue;
    if (telling.delivery === 'notice') await sendNotice({ event, need, arrangement, telling }, run);
    else await sendAnswer({ event, need, arrangement, telling }, run);
  }
}

interface Waiting {
  readonly event: EventOutline;
  readonly need: Need;
  readonly arrangement: Arrangement;
  readonly telling: Telling;
}

/** The same key is the same letter: a run that breaks off between the two steps repeats itself without harm. */
async function sendNotice({ event, need, arrangement, telling }: Waiting, run: Run): Promise<void> {
  run.asked += 1;
  const { eventId, registrationId } = need;
  await run.ports.mayWrite({ kind: 'queue-neutral', registrationId, eventId, key: telling.letterId });
  await move(event, need, deliver(arrangement, telling.version, ['waiting'], 'done'), run);
}

/** It is marked before it leaves: broken off after that it stays in doubt, and the coordinator sees so. */
async function sendAnswer({ event, need, arrangement, telling }: Waiting, run: Run): Promise<void> {
  run.asked += 1;
  await (run.ports.pause ?? pause)(shareMs);
  const may = await run.ports.mayWrite({ kind: 'may-write', recipientId: need.registrationId });
  if (may.kind === 'no') return void (await move(event, need, deliver(arrangement, telling.version, ['waiting'], 'refused'), run));
  if (may.kind !== 'yes' || !(await mayLeave(run))) return;
  const sending = await move(event, need, deliver(arrangement, telling.version, ['waiting'], 'sending'), run);
  if (!sending) return;
  const to = { name: may.name, address: may.address };
  const fate = await send({ letterId: telling.letterId, to, ...run.ports.press.answer(event, need, telling, may) }, run);
  if (fate !== 'unknown') await move(event, need, deliver(sending, telling.version, ['sending'], deliveredBy(fate)), run);
}

/** The arrangement as it stands now; undefined where somebody was faster. */
async function move(
  event: EventOutline,
  need: Need,
  decision: ReturnType<typeof deliver>,
  { ports }: Run,
): Promise<Arrangement | undefined> {
  if (decision.kind !== 'save') return undefined;
  return (await ports.arrangements.save(decision.arrangement, need, event)) === 'saved' ? decision.arrangement : undefined;
}

function deliveredBy(fate: Exclude<LetterFate, 'unknown'>): Delivered {
  switch (fate) {
    case 'accepted':
      return 'done';
    case 'refused':
      return 'refused';
    case 'later':
      return 'waiting';
  }
}

async function mayLeave(run: Run): Promise<boolean> {
  run.left ??= await run.ports.post.allowance();
  return run.left >= 1;
}

async function send(letter: OwnLetter, run: Run): Promise<LetterFate> {
  run.left = (run.left ?? 1) - 1;
  const fate = await run.ports.post.send(letter).catch((error: unknown): LetterFate => {
    log('warn', 'letter.refused', { letterId: letter.letterId, errorName: errorFacts(error).errorName });
    return 'unknown';
  });
  if (fate === 'unknown') log('warn', 'letter.in-doubt', { letterId: letter.letterId });
  if (fate === 'refused') log('warn', 'letter.refused', { letterId: letter.letterId, errorName: 'MessageRejected' });
  return fate;
}

/** Fills up the questions of this run with ids that nobody has. */
async function askForNobody(run: Run): Promise<void> {
  for (; run.asked < questionsPerRun; run.asked += 1) {
    await run.ports.mayWrite({ kind: 'may-write', recipientId: run.ports.ids.make('reg') });
  }
}
