import type { ReadsView } from '../domain/access-list.ts';
import type { AllReads } from './oversight-ports.ts';
import type { Events } from './ports.ts';

export interface ReadsPorts {
  readonly events: Events;
  readonly reads: AllReads;
}

const pageSize = 50;
/** Enough for years of a small team; an export is one answer, and is not stored. */
const mostExported = 5000;

/** Who looked at what: of all events or one, newest first. */
export async function showReads(
  wanted: { readonly eventId?: string | undefined; readonly cursor?: string | undefined },
  ports: ReadsPorts,
  limit = pageSize,
): Promise<ReadsView> {
  const { reads, cursor } = await ports.reads.page({ ...wanted, limit });
  const ids = [...new Set([...reads.map(({ eventId }) => eventId), ...(wanted.eventId ? [wanted.eventId] : [])])];
  const events = new Map(await Promise.all(ids.map(async (id) => [id, await ports.events.byId(id)] as const)));
  return {
    reads: reads.map((read) => ({ ...read, event: events.get(read.eventId) })),
    cursor,
    only: wanted.eventId ? events.get(wanted.eventId) : undefined,
  };
}

export function exportReads(eventId: string | undefined, ports: ReadsPorts): Promise<ReadsView> {
  return showReads({ eventId }, ports, mostExported);
}
