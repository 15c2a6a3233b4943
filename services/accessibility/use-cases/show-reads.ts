import { asOthersSee, type ReadsView } from '../domain/access-list.ts';
import type { AllReads } from './oversight-ports.ts';
import type { Events } from './ports.ts';

export interface ReadsPorts {
  readonly events: Events;
  readonly reads: AllReads;
}

const pageSize = 50;
/** Enough for years of a small team; an export is one answer, and is not stored. */
const mostExported = 5000;

interface Wanted {
  readonly eventId?: string | undefined;
  readonly cursor?: string | undefined;
  /** Whoever may read what people said may know at what somebody looked. */
  readonly isCoordinator: boolean;
}

/** Who looked at what: of all events or one, newest first. */
export async function showReads({ isCoordinator, ...wanted }: Wanted, ports: ReadsPorts, limit = pageSize): Promise<ReadsView> {
  const { reads, cursor } = await ports.reads.page({ ...wanted, limit });
  const ids = [...new Set([...reads.map(({ eventId }) => eventId), ...(wanted.eventId ? [wanted.eventId] : [])])];
  const events = new Map(await Promise.all(ids.map(async (id) => [id, await ports.events.byId(id)] as const)));
  return {
    reads: reads.map((read) => ({ ...(isCoordinator ? read : asOthersSee(read)), event: events.get(read.eventId) })),
    cursor,
    only: wanted.eventId ? events.get(wanted.eventId) : undefined,
  };
}

export function exportReads(wanted: Omit<Wanted, 'cursor'>, ports: ReadsPorts): Promise<ReadsView> {
  return showReads(wanted, ports, mostExported);
}
