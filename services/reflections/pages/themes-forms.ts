import { defineForm, type Field, oneOf, text } from '@convener/forms';
import * as z from 'zod/mini';

/** What a program alone sends: a page has names of its own for it. */
function ofPrograms<Value>(what: string, json: z.ZodMiniType<Value>): Field<Value> {
  return {
    what,
    parts: [],
    says: {},
    required: true,
    json,
    read: (raw) => {
      const parsed = json.safeParse(raw);
      return parsed.success ? { kind: 'read', value: parsed.data } : { kind: 'problem', problem: { code: 'wrong-type' } };
    },
  };
}

const ids = z.array(z.string());

/** `was`: the themes that somebody saw; left out, whatever is there is replaced. */
const assignments = z.array(z.object({ reflectionId: z.string(), themeIds: ids, was: z.optional(ids) }));

export const assignForm = defineForm({
  fields: { assignments: ofPrograms('which themes each reflection has, at most 500 reflections at once', assignments) },
});

export const orderForm = defineForm({ fields: { order: ofPrograms('the ids of all themes, in their order', ids) } });

/** One step up or down. */
export const stepForm = defineForm({
  fields: {
    themeId: text({ what: 'the id of the theme', max: 100 }),
    action: oneOf({ what: 'which way it goes', from: ['up', 'down'] }),
  },
});
