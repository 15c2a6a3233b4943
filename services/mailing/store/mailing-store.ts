import type { Envelope } from '@convener/contracts';
import {
  mailingDiscardedV1,
  mailingFinishedV1,
  mailingPausedV1,
  mailingPreparedV1,
  mailingStartedV1,
} from '@convener/contracts/domain-events';
import { aggregatePut, commit, envelopesSchema, fromItem, getItem, type Item, queryAll, type Table } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import * as z from 'zod/mini';
import { type Announces, audienceStatuses, everyMailingKind, type Mailing, newsIn } from '../domain/mailing.ts';
import type { LoadedMailing, MailingStore } from '../use-cases/mailing-ports.ts';
import { dueIndex, eventMailings, listIndex, mailingKey, mailingsInWork, wakesSender } from './keys.ts';

const started = { startedAt: z.string() };
const toldFacts = z.object({
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  mode: z.enum(['online', 'in-person', 'hybrid']),
  place: z.string(),
});
const schema = z.object({
  id: z.string(),
  kind: z.enum(everyMailingKind),
  eventId: z.string(),
  subjectId: z.string(),
  letterStem: z.string(),
  audience: z.object({
    statuses: z.array(z.enum(audienceStatuses)),
    otherwise: z.optional(z.array(z.enum(audienceStatuses))),
    wantingReport: z.boolean(),
    members: z.boolean(),
  }),
  expansion: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('under-way'), source: z.enum(['members', 'attendees']), cursor: z.optional(z.string()) }),
    z.object({ kind: z.literal('done') }),
  ]),
  letters: z.number(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('preparing') }),
    z.object({ kind: z.literal('ready') }),
    z.object({ kind: z.literal('sending'), ...started }),
    z.object({ kind: z.literal('paused'), ...started, reason: z.enum(['organiser', 'bounces', 'complaints']) }),
    z.object({ kind: z.literal('finished'), ...started, finishedAt: z.string() }),
    z.object({ kind: z.literal('discarded') }),
  ]),
  note: z.optional(z.object({ subject: z.string(), body: z.string() })),
  change: z.optional(z.object({ was: toldFacts, is: toldFacts, version: z.number() })),
  createdAt: z.string(),
  version: z.number(),
  envelopes: envelopesSchema,
});

export function mailingStore(table: Table): MailingStore {
  const find = async (id: string): Promise<LoadedMailing | undefined> => {
    const item = await getItem(table, mailingKey(id));
    return item && readMailing(item);
  };
  return {
    find,
    save: async ({ loaded, next, announces, actor, now, withoutAddress = 0 }) => {
      const expectedVersion = loaded?.version ?? 0;
      const change = { aggregateId: next.id, version: expectedVersion + 1, at: now, actor };
      const write = aggregatePut({
        key: mailingKey(next.id),
        expectedVersion,
        attributes: attributes(next),
        carried: loaded?.carried ?? [],
        added: announces ? [envelope(next, announces, change, withoutAddress)] : [],
        now,
      });
      return (await commit(table, [write])).kind === 'committed' ? 'saved' : 'changed-meanwhile';
    },
    inWork: async () => {
      const found: LoadedMailing[] = [];
      for await (const item of queryAll(table, { pk: mailingsInWork, index: dueIndex })) found.push(readMailing(item));
      return found;
    },
    ofEvent: async (eventId) => {
      const found: Mailing[] = [];
      for await (const item of queryAll(table, { pk: eventMailings(eventId), index: listIndex, newestFirst: true }))
        found.push(readMailing(item).mailing);
      return found;
    },
  };
}

/** While something is to be done for it, a mailing is in the index of work and wakes the sender. */
function attributes(mailing: Mailing) {
  const inWork = mailing.state.kind === 'preparing' || mailing.state.kind === 'sending';
  return {
    ...mailing,
    listPk: eventMailings(mailing.eventId),
    listSk: `${mailing.createdAt}#${mailing.id}`,
    ...(inWork ? { duePk: mailingsInWork, dueSk: `${mailing.createdAt}#${mailing.id}`, ...wakesSender } : {}),
  };
}

function readMailing(item: Item): LoadedMailing {
  const { version, envelopes, note, expansion, ...mailing } = schema.parse(fromItem(item));
  return {
    mailing: { ...mailing, note, expansion: expansion.kind === 'done' ? expansion : { ...expansion, cursor: expansion.cursor } },
    version,
    carried: envelopes,
  };
}

function envelope(
  { id, kind, eventId, subjectId, letters, state }: Mailing,
  announces: NonNullable<Announces>,
  change: Omit<Parameters<typeof envelopeFor>[1], 'data'>,
  withoutAddress: number,
): Envelope {
  switch (announces) {
    case 'prepared':
      return envelopeFor(mailingPreparedV1, { ...change, data: { mailingId: id, eventId } });
    case 'discarded':
      return envelopeFor(mailingDiscardedV1, { ...change, data: { mailingId: id, eventId } });
    case 'started':
      return envelopeFor(mailingStartedV1, { ...change, data: { mailingId: id, subjectId } });
    case 'finished': {
      const news = newsIn[kind];
      const untold = news ? { untold: { eventId, news, people: withoutAddress } } : {};
      return envelopeFor(mailingFinishedV1, { ...change, data: { mailingId: id, subjectId, letters, ...untold } });
    }
    case 'paused': {
      const by = state.kind === 'paused' && state.reason === 'organiser' ? 'organiser' : 'breaker';
      return envelopeFor(mailingPausedV1, { ...change, data: { mailingId: id, by } });
    }
  }
}
