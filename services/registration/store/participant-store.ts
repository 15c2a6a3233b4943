import { aggregatePut, commit, fromItem, getItem, getItems, type Item, queryAll, type Table, type Write } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import * as z from 'zod/mini';
import type { ParticipantListSetting } from '../domain/event.ts';
import { participantListChanged } from '../domain/participants.ts';
import { ContendedError, mostTries } from '../use-cases/change-registration.ts';
import type { ParticipantLists } from '../use-cases/participant-ports.ts';
import { eventPartition, participantsKey, registrationKey, roster } from './keys.ts';
import { idIn, listedAttributes, listedOf } from './listed-item.ts';
import { carriedOf, registrationOf } from './registration-item.ts';

const settingSchema = z.object({ from: z.string(), until: z.string() });

/** Undefined where the list is off, which it is until an organiser turns it on. */
export function participantListOf(item: Item | undefined): ParticipantListSetting | undefined {
  const read = item && settingSchema.safeParse(fromItem(item));
  return read?.success ? read.data : undefined;
}

/** The setting is read with its event; `participants-<event id>` is the aggregate that announces its changes. */
export function participantStore(table: Table): ParticipantLists {
  return {
    set: async (eventId, setting, by, now) => {
      for (let tries = 1; tries <= mostTries; tries += 1) {
        const item = await getItem(table, participantsKey(eventId));
        const outcome = await commit(table, [settingPut(eventId, item, setting, by, now)]);
        if (outcome.kind === 'committed') return;
      }
      throw new ContendedError();
    },

    setFirst: async (eventId, setting, by, now) => {
      await commit(table, [settingPut(eventId, undefined, setting, by, now)]);
    },

    shown: async (eventId) => {
      const ids: string[] = [];
      const confirmed = {
        pk: eventPartition(eventId),
        index: roster,
        startingWith: 'confirmed#',
        only: listedAttributes,
      };
      for await (const item of queryAll(table, confirmed)) if (listedOf(item)?.shownToOthers ?? true) ids.push(idIn(item));
      // The list may be a moment old; whoever took it back meanwhile is not in what is read now.
      return (await getItems(table, ids.map(registrationKey))).flatMap((item) => registrationOf(item) ?? []);
    },
  };
}

/** The setting as it is from now on, on the item as it was read; that it was changed is announced with it. */
function settingPut(
  eventId: string,
  item: Item | undefined,
  setting: ParticipantListSetting | undefined,
  by: { readonly id: string },
  now: Date,
): Write {
  const { contract, data } = participantListChanged(eventId, setting);
  const { version: expectedVersion, carried } = item ? carriedOf(item) : { version: 0, carried: [] };
  const actor = { kind: 'organiser', id: by.id } as const;
  const added = [envelopeFor(contract, { aggregateId: `participants-${eventId}`, version: expectedVersion + 1, at: now, actor, data })];
  return aggregatePut({ key: participantsKey(eventId), expectedVersion, attributes: setting ?? {}, carried, added, now });
}
