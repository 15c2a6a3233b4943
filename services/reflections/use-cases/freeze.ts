import { createHash } from 'node:crypto';
import type { FreezeAnswer, FreezeRequest } from '@convener/contracts/calls';
import { overviewOf, rowOf, spreadOf } from '../domain/overview.ts';
import type { Snapshots } from './ports.ts';

/**
 * Whether everything that was said about an event is in a theme or set aside with a reason. Read in one consistent query, so that
 * nothing said a moment ago is missed. The version changes with anything that was said, moderated, themed or written since.
 */
export async function freeze({ eventId }: FreezeRequest, { snapshots }: { readonly snapshots: Snapshots }): Promise<FreezeAnswer> {
  const { rooms, book, reflections, versions } = await snapshots.of(eventId);
  const overview = overviewOf(reflections.map(rowOf), book, rooms);
  if (overview.counts.unthemed > 0) return { kind: 'open', unthemed: overview.counts.unthemed };
  return {
    kind: 'complete',
    version: createHash('sha256')
      .update([...versions].sort().join('\n'))
      .digest('base64url'),
    themes: book.themes.map(({ id, label, prose }, position) => {
      const { rooms: raised, of } = spreadOf(overview, id, rooms);
      return { themeId: id, label, prose, position: position + 1, spread: { rooms: raised, of } };
    }),
  };
}
