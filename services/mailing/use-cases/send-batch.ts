import { log } from '@convener/observability';
import { decideAfterSending, type Letter, type SendOutcome } from '../domain/letter.ts';
import { isOvertaken, templateRules } from '../domain/letter-templates.ts';
import { countSent, type Flow, reserveSlot, slowDown } from './flow.ts';
import { type ContextOf, letterContexts } from './letter-context.ts';
import { joiningLetterId } from './letter-id.ts';
import type { Attempt, Marked } from './letter-ports.ts';
import type { Person } from './ports.ts';
import { resolveRecipients } from './resolve-recipients.ts';
import type { Lease, LetterContext, Printed, SendPorts, SendSettings } from './send-ports.ts';

export interface Round {
  readonly ports: SendPorts;
  readonly settings: SendSettings;
  readonly lease: Lease;
  readonly flow: Flow;
  /** Mailings that this run leaves alone from now on. */
  readonly idle: Set<string>;
}

/** How long a letter waits for an owner that does not answer, or for facts that have not arrived. */
const waitMs = 60_000;

/** Sends a batch, several at a time; each letter for itself, so that one bad letter never holds up the others. */
export async function sendBatch(letters: readonly Letter[], round: Round): Promise<'went' | 'rests'> {
  const people = await resolveRecipients(letters, round.ports);
  const contextOf = letterContexts(round.ports);
  const waiting = [...letters];
  let rests = false;
  const worker = async () => {
    for (let letter = waiting.shift(); letter && !rests; letter = waiting.shift()) {
      const person = people.get(letter.id);
      switch (person?.kind) {
        case 'known':
          if ((await sendOne(letter, person.person, contextOf, round)) === 'daily-cap') rests = true;
          break;
        case 'withhold':
          await round.ports.letters.withhold(letter, person.why, round.ports.clock.now());
          break;
        case 'unavailable':
        case undefined:
          await wait(letter, round);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(round.settings.parallel, letters.length) }, worker));
  return rests ? 'rests' : 'went';
}

/** A letter of a mailing waits with its mailing, untouched; any other is due again in a minute. */
async function wait(letter: Letter, { ports, idle }: Round): Promise<void> {
  if (letter.lane === 'mailing' && letter.mailingId !== undefined) idle.add(letter.mailingId);
  else await ports.letters.postpone(letter, new Date(ports.clock.now().getTime() + waitMs));
}

async function sendOne(letter: Letter, person: Person, contextOf: ContextOf, round: Round): Promise<'done' | 'daily-cap'> {
  return sendWith(letter, person, forPerson(person, await contextOf(letter)), contextOf, round);
}

/** How to join is for those who have a place as this letter leaves, whatever it was queued for. */
function forPerson({ status }: Person, { joining, ...context }: LetterContext): LetterContext {
  return status === 'confirmed' ? { ...context, joining } : context;
}

async function sendWith(
  letter: Letter,
  person: Person,
  context: LetterContext,
  contextOf: ContextOf,
  round: Round,
): Promise<'done' | 'daily-cap'> {
  const { ports, flow } = round;
  if (isOvertaken(letter.template, context.event, person, ports.clock.now())) {
    await ports.letters.withhold(letter, 'overtaken', ports.clock.now());
    return 'done';
  }
  const printed = await print(letter, person, context, ports);
  if (printed.kind === 'incomplete') return wait(letter, round).then(() => 'done');
  if (printed.kind === 'refused') {
    log('warn', 'letter.refused', { letterId: letter.id, errorName: printed.reason });
    await ports.letters.withhold(letter, 'unaddressable', ports.clock.now());
    return 'done';
  }
  await ports.pause(reserveSlot(flow, ports.clock.now()));
  if (!(await contextOf.stillSending(letter))) return 'done';
  const attempt = nextAttempt(round);
  const marked = await mark(letter, person, attempt, context, round);
  // The letter about joining was quicker: this one is written again, without.
  if (marked === 'told-already' && context.joining) return sendWith(letter, person, { ...context, joining: undefined }, contextOf, round);
  if (marked !== 'marked') return 'done';
  const outcome = await ports.door.send({ letterId: letter.id, address: person.address, mime: printed.mime });
  await ports.letters.settle(letter, attempt, decideAfterSending(letter, outcome, ports.clock.now()), ports.clock.now());
  return heed(letter, outcome, round);
}

/** A letter that cannot be made is looked at by people, from the log; it must not hold up those behind it. */
async function print(letter: Letter, person: Person, context: LetterContext, { press }: SendPorts): Promise<Printed> {
  try {
    return await press(letter, person, context);
  } catch (error) {
    log('error', 'letter.refused', { letterId: letter.id, errorName: error instanceof Error ? error.name : typeof error });
    return { kind: 'incomplete' };
  }
}

function nextAttempt({ lease, flow }: Round): Attempt {
  flow.attempts += 1;
  return { id: `${lease.fence}.${flow.attempts}`, fence: lease.fence };
}

/**
 * The letter is marked before SES sees it, in one transaction with "nobody has asked not to be written to": killed right after, it is in
 * doubt and never sent by itself again.
 */
async function mark(letter: Letter, person: Person, attempt: Attempt, { joining }: LetterContext, { ports }: Round): Promise<Marked> {
  const now = ports.clock.now();
  const addressKey = await ports.addressKey(person.address);
  const stream = letter.recipient.kind === 'tester' ? undefined : templateRules[letter.template].stream;
  const tellsToo = joining && letter.eventId !== undefined ? joiningLetterId(letter.eventId, letter.recipient.id) : undefined;
  const marked = await ports.letters.markSending(letter, { attempt, addressKey, stream, tellsToo, now });
  switch (marked) {
    case 'marked':
    case 'taken':
      break;
    case 'told-already':
      if (tellsToo === undefined) await ports.letters.withhold(letter, marked, now);
      break;
    case 'suppressed':
    case 'unsubscribed':
      await ports.letters.withhold(letter, marked, now);
  }
  return marked;
}

async function heed(letter: Letter, outcome: SendOutcome, { ports, flow }: Round): Promise<'done' | 'daily-cap'> {
  switch (outcome.kind) {
    case 'accepted':
      countSent(flow);
      return 'done';
    case 'unknown':
      countSent(flow);
      log('warn', 'letter.in-doubt', { letterId: letter.id });
      return 'done';
    case 'refused-for-good':
      log('warn', 'letter.refused', { letterId: letter.id, errorName: outcome.reason });
      return 'done';
    case 'refused-for-now':
      if (outcome.reason === 'daily-cap') return 'daily-cap';
      if (outcome.reason === 'rate') slowDown(flow, await ports.door.allowance(), ports.clock.now());
      return 'done';
  }
}
