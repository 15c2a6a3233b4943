import { commit, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { equalityQuestionNames } from '../domain/equality.ts';
import { feedbackChoices } from '../domain/feedback.ts';
import { needKinds } from '../domain/need.ts';
import { type Band, bands } from '../domain/small-numbers.ts';
import type { Figures } from '../use-cases/asking-ports.ts';
import { figuresKey } from './asking-keys.ts';
import { epochSeconds } from './need-item.ts';

const keptMs = 2 * 365 * 24 * 60 * 60 * 1000;

const summarySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too-few'), at: z.string() }),
  z.object({
    kind: z.literal('bands'),
    at: z.string(),
    bands: z.array(z.object({ kind: z.enum(needKinds), band: z.enum(bands) })),
  }),
]);
/** Figures of before held counts, which are read as nothing. */
const shown = <Key extends z.ZodMiniType<string>>(key: Key) => z.array(z.object({ key, band: z.optional(z.enum(bands)) }));
const outcomeSchema = z.object({
  at: z.string(),
  feedback: shown(z.enum(feedbackChoices)),
  equality: z.array(z.object({ question: z.enum(equalityQuestionNames), shown: shown(z.string()) })),
});

/** Written once: whoever comes second finds what is there, so that two makings can never be held against each other. */
export function figuresStore(needs: Table): Figures {
  const keepOnce = async (eventId: string, which: 'SUMMARY' | 'OUTCOME', figures: { readonly at: string }) => {
    const expiresAt = epochSeconds(new Date(Date.parse(figures.at) + keptMs));
    await commit(needs, [
      { kind: 'put', item: toItem({ ...figuresKey(eventId, which), ...figures, expiresAt }), condition: 'attribute_not_exists(pk)' },
    ]);
  };
  return {
    summaryOf: async (eventId) => {
      const item = await getItem(needs, figuresKey(eventId, 'SUMMARY'));
      return item && summarySchema.parse(fromItem(item));
    },
    outcomeOf: async (eventId) => {
      const item = await getItem(needs, figuresKey(eventId, 'OUTCOME'));
      if (!item) return undefined;
      const { at, feedback, equality } = outcomeSchema.parse(fromItem(item));
      return { at, feedback: feedback.map(whole), equality: equality.map((each) => ({ ...each, shown: each.shown.map(whole) })) };
    },
    keepSummary: (eventId, summary) => keepOnce(eventId, 'SUMMARY', summary),
    keepOutcome: (eventId, outcome) => keepOnce(eventId, 'OUTCOME', outcome),
  };
}

function whole<Key extends string>({ key, band }: { readonly key: Key; readonly band?: Band | undefined }) {
  return { key, band };
}
