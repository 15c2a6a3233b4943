import { randomBytes } from 'node:crypto';
import { aggregatePut, commit, fromItem, getItem, queryPage, type Table, toItem, type Write } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import type { Announcement } from '../domain/change.ts';
import type { LoadedQuestions, QuestionContext, QuestionStore } from '../use-cases/question-ports.ts';
import { byDue, questionsKey, questionsNotedKey } from './keys.ts';
import { questionsAttributes, questionsOf } from './question-item.ts';
import { carriedOf } from './registration-item.ts';

/** Unguessable, and a name that a form's field can bear. */
export function newQuestionId(): string {
  return `que_${randomBytes(16).toString('base64url')}`;
}

/** Events whose answers are to be looked through, in the index of what is due. */
const dueGroup = 'ANSWERS';

/**
 * The questions are read with their event by everybody who registers, so what was announced of them (`questions-<event id>` is the
 * aggregate) and of the reading of answers (`answers-<registration id>`) rides on an item beside them, by whose version they are changed.
 */
export function questionStore(table: Table): QuestionStore {
  return {
    load: async (eventId) => {
      const [questions, noted] = await Promise.all([getItem(table, questionsKey(eventId)), getItem(table, questionsNotedKey(eventId))]);
      return { questions: questionsOf(questions), ...(noted ? carriedOf(noted) : { version: 0, carried: [] }) };
    },
    save: async (eventId, loaded, { next, announces, lookAgainAt }, context) => {
      const item = toItem({ ...questionsKey(eventId), version: next.version, ...questionsAttributes(next) });
      const due = { due: dueGroup, dueAt: `${lookAgainAt}#${eventId}` };
      const outcome = await commit(table, [
        notedPut(eventId, loaded, { ...announces, aggregateId: `questions-${eventId}` }, due, context),
        { kind: 'put', item },
      ]);
      return outcome.kind === 'committed';
    },
    noteReading: async ({ eventId, registrationId }, loaded, announces, context) => {
      const noted = await getItem(table, questionsNotedKey(eventId));
      const { due, dueAt } = noted ? fromItem(noted) : {};
      const outcome = await commit(table, [
        notedPut(eventId, loaded, { ...announces, aggregateId: `answers-${registrationId}` }, { due, dueAt }, context),
      ]);
      return outcome.kind === 'committed';
    },
    dueToForget: async (now, limit) => {
      const page = await queryPage(table, { pk: dueGroup, index: byDue, between: ['', `${now.toISOString()}~`], limit });
      return page.items.flatMap((item) => item.pk?.S?.slice('EVENT#'.length) ?? []);
    },
    lookAgain: async (eventId, at) => {
      const key = questionsNotedKey(eventId);
      await commit(table, [
        at
          ? {
              kind: 'update',
              key,
              update: 'SET dueAt = :at, due = :due',
              values: { ':at': { S: `${at}#${eventId}` }, ':due': { S: dueGroup } },
            }
          : { kind: 'update', key, update: 'SET forgotten = :yes REMOVE due, dueAt', values: { ':yes': { BOOL: true } } },
      ]);
    },
  };
}

function notedPut(
  eventId: string,
  loaded: LoadedQuestions,
  { contract, data, aggregateId }: Announcement & { readonly aggregateId: string },
  attributes: object,
  { now, actor }: QuestionContext,
): Write {
  const added = [envelopeFor(contract, { aggregateId, version: loaded.version + 1, at: now, actor, data })];
  return aggregatePut({
    key: questionsNotedKey(eventId),
    expectedVersion: loaded.version,
    attributes,
    carried: loaded.carried,
    added,
    now,
  });
}
