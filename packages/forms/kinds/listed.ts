import * as z from 'zod/mini';
import { cleanLine } from '../clean.ts';
import type { Asks, Field, Reading } from '../field.ts';

/** As many as a page may list. */
const most = 2000;

/**
 * Ids of what a page lists and a form cannot know beforehand, each at most once; who takes them leaves out those that it does not know. Reads
 * as undefined where nothing was sent: a page posts nothing for a list of which nothing is ticked.
 */
export function listed({ what, says = {} }: Omit<Asks, 'optional'>): Field<readonly string[] | undefined> {
  return {
    what,
    parts: [],
    says,
    required: false,
    json: z.array(z.string()),
    read: (raw): Reading<readonly string[] | undefined> => {
      if (raw === undefined || raw === null) return { kind: 'read', value: undefined };
      const list: unknown[] = Array.isArray(raw) ? raw : [raw];
      const ids = list.filter((each) => typeof each === 'string').map(cleanLine);
      if (ids.length < list.length) return { kind: 'problem', problem: { code: 'wrong-type' } };
      if (ids.length > most) return { kind: 'problem', problem: { code: 'too-many', max: most } };
      return { kind: 'read', value: [...new Set(ids)].filter((each) => each !== '') };
    },
  };
}
