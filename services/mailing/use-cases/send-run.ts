import { log } from '@convener/observability';
import { isThrough } from '../domain/breaker.ts';
import type { Letter } from '../domain/letter.ts';
import { decideFinished, newsIn } from '../domain/mailing.ts';
import { leftToday } from '../domain/pace.ts';
import { expandMailing } from './expand-mailing.ts';
import { type Flow, makeUpFor, openFlow } from './flow.ts';
import type { LoadedMailing } from './mailing-ports.ts';
import { sendBatch } from './send-batch.ts';
import type { Lease, SendPorts, SendSettings } from './send-ports.ts';

export const usualSettings: SendSettings = { leaseMs: 45_000, runMs: 240_000, parallel: 8, restMs: 900_000 };

export type RunEnd = 'busy' | 'lost' | 'nothing-left' | 'time-up' | 'rests';

/** Letters that are queued just as a run ends wake a sender that finds the lease taken; so it looks once more after giving it back. */
const mostRounds = 3;

/** Sends what is due as the one holder of the lease, at the account's rate, until nothing is left or its time is up. */
export async function sendRun(ports: SendPorts, settings: SendSettings = usualSettings): Promise<RunEnd> {
  for (let round = 1; ; round += 1) {
    const end = await oneRun(ports, settings);
    if (end !== 'nothing-left' || round >= mostRounds) return end;
    if ((await ports.letters.due('service', ports.clock.now(), 1)).length === 0) return end;
  }
}

async function oneRun(ports: SendPorts, settings: SendSettings): Promise<RunEnd> {
  const start = ports.clock.now();
  const lease = await ports.lease.take(start, settings.leaseMs);
  if (!lease) {
    log('info', 'lease.busy', {});
    return 'busy';
  }
  const [waiting, given] = await Promise.all([
    isAnythingWaiting(start, ports),
    ports.pace.taken(),
    ports.letters.doubt(lease.fence, start),
  ]);
  if (!waiting) {
    await ports.lease.release(lease, { more: false });
    return 'nothing-left';
  }
  const flow = openFlow(await ports.door.allowance(), given, start);
  const end = await work(ports, settings, lease, flow, start.getTime() + settings.runMs);
  log('info', 'letters.sent', { count: flow.sent });
  if (end === 'lost') return end;
  const restUntil = end === 'rests' ? { restUntil: new Date(ports.clock.now().getTime() + settings.restMs) } : {};
  await ports.lease.release(lease, { more: end === 'time-up', ...restUntil });
  return end;
}

/** Most of what wakes the sender has been seen to by the run before: then SES is not even asked what it allows. */
async function isAnythingWaiting(now: Date, { mailings, letters }: SendPorts): Promise<boolean> {
  const [inWork, due] = await Promise.all([mailings.inWork(), letters.due('service', now, 1)]);
  return inWork.length > 0 || due.length > 0;
}

async function work(ports: SendPorts, settings: SendSettings, taken: Lease, flow: Flow, deadline: number): Promise<RunEnd> {
  let lease = taken;
  const idle = new Set<string>();
  while (ports.clock.now().getTime() < deadline) {
    const renewed = await ports.lease.renew(lease, ports.clock.now(), settings.leaseMs);
    if (!renewed) return 'lost';
    lease = renewed;
    if (leftToday(flow.allowance, 'service') === 0) return 'rests';
    const room = roomOf(flow);
    const [mailings, first, given] = await Promise.all([
      ports.mailings.inWork(),
      ports.letters.due('service', ports.clock.now(), room),
      ports.pace.taken(),
    ]);
    makeUpFor(flow, given);
    const batch = await nextBatch(ports, flow, { mailings, first, room }, idle);
    const preparing = mailings.find(({ mailing }) => mailing.state.kind === 'preparing' && !idle.has(mailing.id));
    if (batch.length === 0 && !preparing) return 'nothing-left';
    const [, sent] = await Promise.all([
      preparing ? prepare(preparing, ports, idle) : undefined,
      batch.length > 0 ? sendBatch(batch, { ports, settings, lease, flow, idle }) : 'went',
    ]);
    if (sent === 'rests') return 'rests';
  }
  return 'time-up';
}

/** While the owner of the names does not answer, a mailing stays as it is and is taken up by a later run. */
async function prepare(loaded: LoadedMailing, ports: SendPorts, idle: Set<string>): Promise<void> {
  try {
    // The index may be a moment behind.
    const fresh = await ports.mailings.find(loaded.mailing.id);
    if (fresh) await expandMailing(fresh, ports);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CallFailed') throw error;
    idle.add(loaded.mailing.id);
  }
}

/** About five seconds' worth. */
function roomOf({ allowance }: Flow): number {
  return Math.min(Math.max(1, Math.ceil(allowance.perSecond * 5)), 100, leftToday(allowance, 'service'));
}

interface Waiting {
  readonly mailings: readonly LoadedMailing[];
  /** What people asked for themselves. */
  readonly first: readonly Letter[];
  readonly room: number;
}

/** What people asked for themselves first, then mailings, the oldest first. */
async function nextBatch(ports: SendPorts, flow: Flow, { mailings, first, room }: Waiting, idle: Set<string>): Promise<readonly Letter[]> {
  const now = ports.clock.now();
  const batch: Letter[] = [...first];
  for (const { mailing } of mailings) {
    const left = Math.min(room - batch.length, leftToday(flow.allowance, 'mailing'));
    if (left <= 0) break;
    if (mailing.state.kind !== 'sending' || idle.has(mailing.id)) continue;
    const due = await ports.letters.due({ mailingId: mailing.id }, now, left);
    batch.push(...due);
    if (due.length === 0) {
      idle.add(mailing.id);
      await finishIfThrough(mailing.id, ports);
    }
  }
  return batch;
}

/** States are counted one after the other: a letter that is delivered in between is in none of the counts, and is there a moment later. */
const countTries = 3;
const countAgainMs = 250;

async function finishIfThrough(mailingId: string, ports: SendPorts): Promise<void> {
  const loaded = await ports.mailings.find(mailingId);
  if (!loaded) return;
  for (let tries = 1; ; tries += 1) {
    const counts = await ports.letters.countsOf(mailingId);
    if (isThrough(counts, loaded.mailing.letters)) break;
    if (counts.queued + counts.sending > 0 || tries >= countTries) return;
    await ports.pause(countAgainMs);
  }
  const move = decideFinished(loaded.mailing, ports.clock.now());
  if (move.kind !== 'moves') return;
  const now = ports.clock.now();
  const isNews = newsIn[loaded.mailing.kind] !== undefined;
  const said = isNews ? { withoutAddress: await ports.letters.countWithheld(mailingId, 'unaddressable') } : {};
  // Changed meanwhile, by an organiser's pause for example: a later run looks again.
  await ports.mailings.save({ loaded, next: move.next, announces: move.announces, actor: { kind: 'system' }, now, ...said });
}
