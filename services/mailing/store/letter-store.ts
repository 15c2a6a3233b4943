import { commit, getItem, queryAll, queryPage, type Table, type Write } from '@convener/dynamodb';
import { type Letter, type LetterState, letterStates, statesBefore } from '../domain/letter.ts';
import type { Stream } from '../domain/streams.ts';
import type { LetterStore, NewLetter, Queued } from '../use-cases/letter-ports.ts';
import { countOf } from './count.ts';
import { forget, ofRecipient } from './forget-letters.ts';
import {
  dueForMailing,
  dueForService,
  dueIndex,
  forgottenKey,
  letterKey,
  lettersAlone,
  listIndex,
  mailingLetters,
  memberKey,
  optOutKey,
  suppressedKey,
  wakesSender,
} from './keys.ts';
import { leftAlone, letterPut, readLetter, type StoredLetter, stateUpdate } from './letter-item.ts';
import { notToldElsewhere } from './told-inside.ts';
import { testedPut, writtenPut } from './written-item.ts';

/** What a letter may come from once its sender knows what became of it; another holder may have called it doubtful meanwhile. */
const underWay: readonly LetterState[] = ['sending', 'in-doubt'];

export function letterStore(table: Table): LetterStore {
  const find = async (id: string): Promise<StoredLetter | undefined> => {
    const item = await getItem(table, letterKey(id));
    return item && readLetter(item);
  };
  return {
    find,
    queue: (letter) => queue(table, letter),
    write: async (letter) => {
      await commit(table, [letterPut(letter), writtenPut(letter)]);
    },
    test: async (letter) => {
      await commit(table, [letterPut(letter), testedPut(letter)]);
    },
    due: async (from, now, limit) => {
      const pk = from === 'service' ? dueForService : dueForMailing(from.mailingId);
      // A tilde sorts after every character of an instant and of an id.
      const page = await queryPage(table, { pk, index: dueIndex, between: ['0', `${now.toISOString()}~`], limit });
      return page.items.map(readLetter);
    },
    markSending: async (letter, { attempt, addressKey, stream, tellsToo, now }) => {
      const toldOnce = notToldElsewhere(letter, tellsToo, now);
      const writes: Write[] = [
        stateUpdate(
          letter,
          'sending',
          now.toISOString(),
          { attempt: attempt.id, fence: attempt.fence, addressKey },
          { from: ['queued'], fence: attempt.fence },
        ),
        { kind: 'check', key: suppressedKey(addressKey), condition: 'attribute_not_exists(pk)' },
      ];
      writes.push(...toldOnce, ...(stream ? stillWanted(letter, addressKey, stream) : []));
      const outcome = await commit(table, writes);
      if (outcome.kind === 'committed') return 'marked';
      if (outcome.failed.includes(0)) return 'taken';
      if (outcome.failed.includes(1)) return 'suppressed';
      return outcome.failed.some((at) => at < 2 + toldOnce.length) ? 'told-already' : 'unsubscribed';
    },
    settle: async (letter, attempt, after, now) => {
      const since = after.state === 'queued' ? after.dueAt : now.toISOString();
      const { state, ...also } = after;
      const wakes = after.state === 'queued' && letter.lane === 'service' ? wakesSender : {};
      await commit(table, [stateUpdate(letter, state, since, { ...also, ...wakes }, { from: underWay, attempt: attempt.id })]);
    },
    withhold: async (letter, why, now) => {
      await commit(table, [stateUpdate(letter, 'withheld', now.toISOString(), { reason: why }, { from: ['queued'] })]);
    },
    postpone: async (letter, dueAt) => {
      const at = dueAt.toISOString();
      await commit(table, [stateUpdate(letter, 'queued', at, { dueAt: at }, { from: ['queued'] })]);
    },
    doubt: async (beforeFence, now) => {
      let doubtful = 0;
      for await (const item of queryAll(table, { pk: 'SENDING', index: dueIndex })) {
        const letter = readLetter(item);
        if (letter.fence === undefined || letter.fence >= beforeFence || letter.attempt === undefined) continue;
        const only = { from: ['sending'], attempt: letter.attempt } as const;
        const outcome = await commit(table, [stateUpdate(letter, 'in-doubt', now.toISOString(), {}, only)]);
        if (outcome.kind === 'committed') doubtful += 1;
      }
      return doubtful;
    },
    told: async (letterId, told, messageId, at) => {
      const letter = await find(letterId);
      if (!letter) return;
      await commit(table, [stateUpdate(letter, told, at, { messageId }, { from: statesBefore(told) })]);
    },
    listed: async (state, { cursor, limit }) => {
      const page = await queryPage(table, { pk: state === 'failed' ? 'FAILED' : 'IN-DOUBT', index: dueIndex, limit, cursor });
      return { items: page.items.map(readLetter), cursor: page.cursor };
    },
    sendAgain: async (letterId, now) => {
      const letter = await find(letterId);
      if (!letter) return false;
      const at = now.toISOString();
      // Out of its mailing, which may have finished long ago: by itself it goes with the service letters.
      const placed = { ...letter, lane: 'service' } as const;
      const again = stateUpdate(
        placed,
        'queued',
        at,
        { dueAt: at, refusals: 0, lane: 'service', ...wakesSender },
        { from: ['in-doubt', 'failed'] },
      );
      return (await commit(table, [again])).kind === 'committed';
    },
    countsOf: async (mailingId) => {
      const counts = await Promise.all(
        letterStates.map(
          async (state) =>
            [state, await countOf(table, { pk: mailingLetters(mailingId), startingWith: `${state}#`, index: listIndex })] as const,
        ),
      );
      const of = (wanted: LetterState) => counts.find(([state]) => state === wanted)?.[1] ?? 0;
      return {
        queued: of('queued'),
        sending: of('sending'),
        'in-doubt': of('in-doubt'),
        withheld: of('withheld'),
        failed: of('failed'),
        sent: of('sent'),
        delivered: of('delivered'),
        bounced: of('bounced'),
        complained: of('complained'),
      };
    },
    countWithheld: async (mailingId, why) => {
      let count = 0;
      for await (const item of queryAll(table, { pk: mailingLetters(mailingId), startingWith: 'withheld#', index: listIndex }))
        if (item.reason?.S === why) count += 1;
      return count;
    },
    sentAlone: (eventId, template) => countOf(table, { pk: lettersAlone(eventId, template), startingWith: leftAlone, index: listIndex }),
    ofRecipient: (recipientId) => ofRecipient(table, recipientId),
    forget: (recipientId, erased) => forget(table, recipientId, erased),
  };
}

/** A letter about a registration that was erased since is not even queued, however late its cause arrives. */
async function queue(table: Table, letter: NewLetter): Promise<Queued> {
  const outcome = await commit(table, [letterPut(letter), ...notForgotten(letter)]);
  if (outcome.kind === 'committed') return { kind: 'queued' };
  if (outcome.failed.includes(1)) return { kind: 'forgotten' };
  const there = outcome.items[0] && readLetter(outcome.items[0]);
  return { kind: 'known', recipientId: there?.recipient.id ?? '', mailingId: there?.mailingId };
}

function notForgotten({ recipient, causeVersion }: NewLetter): readonly Write[] {
  if (causeVersion === undefined) return [];
  return [
    {
      kind: 'check',
      key: forgottenKey(recipient.id),
      condition: 'attribute_not_exists(pk) OR #version < :version',
      names: { '#version': 'version' },
      values: { ':version': { N: String(causeVersion) } },
    },
  ];
}

/** Letters of a stream go only to who has not left it: by a link in a letter, or in their preferences. */
function stillWanted({ recipient }: Letter, addressKey: string, stream: Stream): readonly Write[] {
  const left: Write = { kind: 'check', key: optOutKey(addressKey, stream), condition: 'attribute_not_exists(pk)' };
  if (recipient.kind !== 'member') return [left];
  const member: Write = {
    kind: 'check',
    key: memberKey(recipient.id),
    condition: 'contains(#membership.#streams, :stream)',
    names: { '#membership': 'membership', '#streams': 'streams' },
    values: { ':stream': { S: stream } },
  };
  return [left, member];
}
