import { fromItem, type Item, toItem, type Write } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { type Letter, type LetterState, leftStates, letterStates } from '../domain/letter.ts';
import { isSentOneByOne, letterTemplates } from '../domain/letter-templates.ts';
import type { NewLetter } from '../use-cases/letter-ports.ts';
import { duePartition, epochSeconds, letterKey, lettersAlone, mailingLetters, wakesSender } from './keys.ts';

const schema = z.object({
  letterId: z.string(),
  template: z.enum(letterTemplates),
  recipientKind: z.enum(['attendee', 'member', 'organiser', 'tester']),
  recipientId: z.string(),
  eventId: z.optional(z.string()),
  mailingId: z.optional(z.string()),
  lane: z.enum(['service', 'mailing']),
  state: z.enum(letterStates),
  queuedAt: z.string(),
  dueAt: z.string(),
  refusals: z.number(),
  since: z.string(),
  attempt: z.optional(z.string()),
  fence: z.optional(z.number()),
  addressKey: z.optional(z.string()),
  causeVersion: z.optional(z.number()),
  said: z.optional(z.string()),
});

export type StoredLetter = Letter & {
  readonly addressKey: string | undefined;
  readonly attempt: string | undefined;
  readonly fence: number | undefined;
  readonly since: string;
  readonly causeVersion: number | undefined;
};

export function readLetter(item: Item): StoredLetter {
  const { letterId, recipientKind, recipientId, ...value } = schema.parse(fromItem(item));
  return {
    id: letterId,
    recipient: { kind: recipientKind, id: recipientId },
    template: value.template,
    eventId: value.eventId,
    mailingId: value.mailingId,
    lane: value.lane,
    state: value.state,
    queuedAt: value.queuedAt,
    dueAt: value.dueAt,
    refusals: value.refusals,
    addressKey: value.addressKey,
    attempt: value.attempt,
    fence: value.fence,
    since: value.since,
    causeVersion: value.causeVersion,
    ...(value.said === undefined ? {} : { said: value.said }),
  };
}

/** Days that a letter's record is kept: longer than any cause of it can come again. */
export const keptDays = 400;
/** Days that the words of a letter to one person wait to leave. */
const wordsKeptDays = 30;

/** A new letter, if there is none with its id. A letter of a mailing waits for the mailing and wakes nobody. */
export function letterPut(letter: NewLetter & { readonly said?: string }): Write {
  const at = letter.now.toISOString();
  const together = letter.mailingId !== undefined && letter.recipient.kind !== 'tester';
  const lane = letter.lane ?? (together ? 'mailing' : 'service');
  return {
    kind: 'put',
    item: toItem({
      ...letterKey(letter.id),
      letterId: letter.id,
      template: letter.template,
      recipientKind: letter.recipient.kind,
      recipientId: letter.recipient.id,
      recipientPk: letter.recipient.id,
      recipientSk: letter.id,
      eventId: letter.eventId,
      mailingId: letter.mailingId,
      lane,
      // Of a neutral letter not even this: it would tell which service asked for it.
      causeVersion: letter.template === 'registration.message' ? undefined : letter.causeVersion,
      queuedAt: at,
      dueAt: at,
      refusals: 0,
      said: letter.said,
      // Where it cannot leave, its words go with its record.
      expiresAt: epochSeconds(letter.now, letter.said === undefined ? keptDays : wordsKeptDays),
      ...standing({ ...placeOf(letter), lane }, 'queued', at),
      ...(lane === 'service' ? wakesSender : {}),
    }),
    condition: 'attribute_not_exists(pk)',
  };
}

type Placed = Pick<Letter, 'id' | 'mailingId' | 'lane' | 'recipient' | 'template' | 'eventId'>;

function placeOf({ id, mailingId, recipient, template, eventId }: NewLetter): Omit<Placed, 'lane'> {
  return { id, mailingId, recipient, template, eventId };
}

/** How the index begins for a letter that left and belongs to no mailing: counting asks for nothing else. */
export const leftAlone = 'left#';

/** Whether a letter that belongs to no mailing is counted for its event. */
export function isCountedAlone({ mailingId, recipient, template, eventId }: Omit<Placed, 'id' | 'lane'>): boolean {
  return mailingId === undefined && eventId !== undefined && recipient.kind === 'attendee' && isSentOneByOne(template);
}

/** Where letters are listed and counted: with their mailing, or with others of their kind. A test is counted nowhere. */
function listed(letter: Placed, state: LetterState) {
  const { id, mailingId, eventId, template, recipient } = letter;
  if (isCountedAlone(letter)) {
    return { listPk: lettersAlone(eventId ?? '', template), listSk: `${leftStates.includes(state) ? leftAlone : 'here#'}${id}` };
  }
  return mailingId !== undefined && recipient.kind !== 'tester' ? { listPk: mailingLetters(mailingId), listSk: `${state}#${id}` } : {};
}

/** The attributes that follow from a letter's state: where the indexes find it. */
function standing(letter: Placed, state: LetterState, since: string) {
  const duePk = duePartition(state, letter.lane, letter.mailingId);
  return {
    state,
    since,
    ...(duePk === undefined ? {} : { duePk, dueSk: `${since}#${letter.id}` }),
    ...listed(letter, state),
  };
}

/**
 * An update into another state: sets what follows from it, and takes the letter out of the index where nothing is left to do.
 * `since` is the instant by which the indexes sort; for a queued letter that is when it is due.
 */
export function stateUpdate(
  letter: Placed,
  state: LetterState,
  since: string,
  also: Readonly<Record<string, unknown>>,
  only: { readonly from: readonly LetterState[]; readonly attempt?: string; readonly fence?: number },
): Extract<Write, { kind: 'update' }> {
  const set = { ...standing(letter, state, since), ...also };
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const clauses = Object.entries(set).map(([name, value], position) => {
    names[`#s${position}`] = name;
    values[`:s${position}`] = value;
    return `#s${position} = :s${position}`;
  });
  const gone =
    duePartition(state, letter.lane, letter.mailingId) === undefined
      ? ' REMOVE duePk, dueSk, wakes, said'
      : state === 'queued'
        ? ''
        : ' REMOVE wakes';
  const froms = only.from.map((from, position) => {
    values[`:f${position}`] = from;
    return `:f${position}`;
  });
  names['#state'] = 'state';
  const conditions = [`#state IN (${froms.join(', ')})`];
  if (only.attempt !== undefined) {
    values[':attempt'] = only.attempt;
    conditions.push('attempt = :attempt');
  }
  if (only.fence !== undefined) {
    values[':fence'] = only.fence;
    conditions.push('(attribute_not_exists(fence) OR fence <= :fence)');
  }
  return {
    kind: 'update',
    key: letterKey(letter.id),
    update: `SET ${clauses.join(', ')}${gone}`,
    condition: conditions.join(' AND '),
    names,
    values: toItem(values),
  };
}
