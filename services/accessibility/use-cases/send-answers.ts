import { setTimeout as pause } from 'node:timers/promises';
import type { MayWriteAnswer, MayWriteRequest } from '@convener/contracts/calls';
import { type Arrangement, deliver, type Telling } from '../domain/arrangement.ts';
import type { EventOutline } from '../domain/event.ts';
import { holdingOf } from '../domain/holding.ts';
import type { Need } from '../domain/need.ts';
import type { Board } from './arranging-ports.ts';
import { deliveredBy, mayLeave, type Run, send } from './sending.ts';

/**
 * How often mailing is asked in one run, whoever waits. Its log and registration's have a line for each time, and a line more or less, or a
 * moment between two of them, would tell that somebody is being answered. So all questions come first and one after the other, about nobody
 * where nobody waits. Mailing takes the same steps for each kind of question. Who is left over waits for the next run, minutes later.
 */
export const questionsPerRun = 20;
/** As far apart as letters of ours leave: two a second, of whatever the account may send. */
const apartMs = 500;

export interface Waiting {
  readonly event: EventOutline;
  readonly need: Need;
  readonly arrangement: Arrangement;
  readonly telling: Telling;
}

export interface Asked {
  readonly waiting: Waiting;
  readonly answer: MayWriteAnswer;
}

/** Everybody who waits for a letter; who is to be rung does not, and nothing leaves that no longer holds. */
export function waitingIn(event: EventOutline, { arrangements, needs, adjustments }: Board): readonly Waiting[] {
  return arrangements.flatMap((arrangement) => {
    const { telling, registrationId } = arrangement;
    const need = needs.find((each) => each.registrationId === registrationId);
    if (!need || telling?.delivered !== 'waiting' || telling.delivery === 'ring') return [];
    if (holdingOf({ ...arrangement, telling }, event, adjustments) !== 'holds') return [];
    return [{ event, need, arrangement, telling }];
  });
}

type Trying = <T>(what: () => Promise<T>) => Promise<T | undefined>;

/** Those who have waited longest come first. What mailing says is acted on only when all questions are asked. */
export async function askMailing(waiting: readonly Waiting[], run: Run, trying: Trying): Promise<readonly Asked[]> {
  const inTurn = waiting.toSorted((a, b) => (a.telling.at < b.telling.at ? -1 : 1));
  const asked: Asked[] = [];
  for (let at = 0; at < questionsPerRun; at += 1) {
    const each = inTurn[at];
    const answer = await trying(() => run.ports.mayWrite(questionAbout(each, run)));
    if (each && answer) asked.push({ waiting: each, answer });
  }
  return asked;
}

function questionAbout(waiting: Waiting | undefined, { ports }: Run): MayWriteRequest {
  // An id that nobody has.
  if (!waiting) return { kind: 'may-write', recipientId: ports.ids.make('reg') };
  const { eventId, registrationId } = waiting.need;
  const { delivery, letterId } = waiting.telling;
  // The same key is the same letter: a run that breaks off after it repeats itself without harm.
  if (delivery === 'notice') return { kind: 'queue-neutral', registrationId, eventId, key: letterId };
  return { kind: 'may-write', recipientId: registrationId };
}

export async function answerThem({ waiting, answer }: Asked, run: Run): Promise<void> {
  const { arrangement, telling } = waiting;
  switch (answer.kind) {
    case 'queued':
      return void (await move(waiting, deliver(arrangement, telling.version, ['waiting'], 'done'), run));
    case 'no':
      return void (await move(waiting, deliver(arrangement, telling.version, ['waiting'], 'refused'), run));
    case 'later':
      return;
    case 'yes':
      return sendAnswer(waiting, answer, run);
  }
}

/** It is marked before it leaves: broken off after that it stays in doubt, and the coordinator sees so. */
async function sendAnswer(waiting: Waiting, person: Extract<MayWriteAnswer, { kind: 'yes' }>, run: Run): Promise<void> {
  const { event, need, arrangement, telling } = waiting;
  if (!(await mayLeave(run))) return;
  const sending = await move(waiting, deliver(arrangement, telling.version, ['waiting'], 'sending'), run);
  if (!sending) return;
  const to = { name: person.name, address: person.address };
  const fate = await send({ letterId: telling.letterId, to, ...run.ports.press.answer(event, need, telling, person) }, run);
  if (fate !== 'unknown') await move(waiting, deliver(sending, telling.version, ['sending'], deliveredBy(fate)), run);
  await (run.ports.pause ?? pause)(apartMs);
}

/** The arrangement as it stands now; undefined where somebody was faster. */
async function move({ event, need }: Waiting, decision: ReturnType<typeof deliver>, { ports }: Run): Promise<Arrangement | undefined> {
  if (decision.kind !== 'save') return undefined;
  return (await ports.arrangements.save(decision.arrangement, need, event)) === 'saved' ? decision.arrangement : undefined;
}
