import { randomBytes } from 'node:crypto';
import { commit, fromItem, queryAll, type Table, toItem, type Write } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { type EqualityAnswer, equalityQuestionNames } from '../domain/equality.ts';
import type { EventOutline } from '../domain/event.ts';
import { feedbackChoices } from '../domain/feedback.ts';
import { goneBy } from '../domain/keeping.ts';
import type { Unlinked, UnlinkedLists } from '../use-cases/asking-ports.ts';
import { feltPrefix, groupPrefix, unlinkedKey, wordsPrefix } from './asking-keys.ts';
import { eventPartition } from './keys.ts';
import { epochSeconds } from './need-item.ts';

const felt = z.object({ choice: z.enum(feedbackChoices) });
const written = z.object({ words: z.string() });
const group = z.object({ question: z.string(), choice: z.string() });

/** 144 bits in the key: it sorts these items in no order that means anything. */
const random = (): string => randomBytes(18).toString('base64url');

/** Without a day: on a quiet one everything that came would be one person's. */
function unlinkedPut(event: EventOutline, prefix: string, said: object): Write {
  const expiresAt = epochSeconds(goneBy(event));
  return { kind: 'put', item: toItem({ ...unlinkedKey(event.eventId, prefix, random()), ...said, expiresAt }) };
}

/** One at a time: a transaction leaves a token that would hold together what is to lie apart. */
async function eachByItself(table: Table, writes: readonly Write[]): Promise<void> {
  for (const write of writes) await commit(table, [write]);
}

export function unlinkedStore(needs: Table): Unlinked {
  return {
    keepFeedback: (event, { choice, words }) =>
      eachByItself(needs, [unlinkedPut(event, feltPrefix, { choice }), ...(words ? [unlinkedPut(event, wordsPrefix, { words })] : [])]),
    keepEquality: (event, answers) =>
      eachByItself(
        needs,
        answers.map((each) => unlinkedPut(event, groupPrefix, each)),
      ),
  };
}

export function unlinkedLists(needs: Table): UnlinkedLists {
  const all = async <T>(eventId: string, prefix: string, read: (value: unknown) => T): Promise<readonly T[]> => {
    const found: T[] = [];
    for await (const item of queryAll(needs, { pk: eventPartition(eventId), startingWith: prefix })) found.push(read(fromItem(item)));
    return found;
  };
  return {
    feedbackOf: (eventId) => all(eventId, feltPrefix, (value) => felt.parse(value).choice),
    wordsOf: (eventId) => all(eventId, wordsPrefix, (value) => written.parse(value).words),
    equalityOf: async (eventId) => (await all(eventId, groupPrefix, (value) => group.parse(value))).flatMap(known),
  };
}

function known({ question, choice }: { readonly question: string; readonly choice: string }): readonly EqualityAnswer[] {
  const name = equalityQuestionNames.find((each) => each === question);
  return name ? [{ question: name, choice }] : [];
}
