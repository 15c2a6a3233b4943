import { type Brief, type BriefSending, type BriefWords, proposedBrief, sameBrief } from '../domain/brief.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Supplier } from '../domain/supplier.ts';
import { isClosed } from './adjust.ts';
import type { Boards, Briefs, Ids, Suppliers } from './arranging-ports.ts';
import { putOffEnd } from './keep-supplier.ts';
import { KeepsMovingError } from './keeps-moving.ts';
import type { Events } from './ports.ts';

export interface BriefPorts {
  readonly events: Events;
  readonly boards: Boards;
  readonly briefs: Briefs;
  readonly suppliers: Suppliers;
  readonly ids: Ids;
}

export interface BriefView {
  readonly event: EventOutline;
  readonly brief: Brief;
  readonly sendings: readonly BriefSending[];
  readonly suppliers: readonly Supplier[];
}

/** The brief as it was saved, or as the event's public facts propose it. */
export async function openBrief(eventId: string, now: Date, ports: BriefPorts): Promise<OpenedBrief> {
  const [event, programme] = await Promise.all([ports.events.byId(eventId), ports.briefs.programme(eventId)]);
  if (!event || !programme) return { kind: 'not-found' };
  if (isClosed(event, now)) return { kind: 'closed' };
  if (event.calledOffAt) return { kind: 'called-off' };
  const [{ brief, briefings }, suppliers] = await Promise.all([ports.boards.ofEvent(eventId), ports.suppliers.all(now)]);
  return { kind: 'open', view: { event, brief: brief ?? proposedBrief(eventId, programme), sendings: briefings, suppliers } };
}

/** `called-off`: nobody needs one any more. */
export type NoBrief = { readonly kind: 'not-found' | 'closed' | 'called-off' };
export type OpenedBrief = { readonly kind: 'open'; readonly view: BriefView } | NoBrief;

export type BriefOutcome =
  | { readonly kind: 'saved'; readonly brief: Brief }
  | { readonly kind: 'meanwhile'; readonly view: BriefView }
  | NoBrief;

const mostTries = 5;

export async function saveBrief(
  eventId: string,
  words: BriefWords,
  expected: number | undefined,
  now: Date,
  ports: BriefPorts,
): Promise<BriefOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const opened = await openBrief(eventId, now, ports);
    if (opened.kind !== 'open') return opened;
    const { view } = opened;
    const { brief: held, event } = view;
    if (held.version > 0 && sameBrief(held, words)) return { kind: 'saved', brief: held };
    if (expected !== undefined && expected !== held.version) return { kind: 'meanwhile', view };
    const brief: Brief = { eventId, ...words, changedAt: now.toISOString(), version: held.version + 1 };
    if ((await ports.briefs.save(brief, event)) === 'saved') return { kind: 'saved', brief };
  }
  throw new KeepsMovingError();
}

/** To one supplier at a time; the same brief goes to the same supplier once. */
export async function sendBrief(
  eventId: string,
  supplierId: string,
  now: Date,
  ports: BriefPorts,
): Promise<'queued' | 'not-saved' | 'not-found'> {
  const opened = await openBrief(eventId, now, ports);
  const supplier = opened.kind === 'open' ? opened.view.suppliers.find((each) => each.supplierId === supplierId) : undefined;
  if (opened.kind !== 'open' || !supplier) return 'not-found';
  const { event, brief } = opened.view;
  if (brief.version === 0) return 'not-saved';
  const facts = { eventId, supplierId, supplierName: supplier.name, briefVersion: brief.version };
  await ports.briefs.queue({ ...facts, at: now.toISOString(), delivered: 'waiting', letterId: ports.ids.make('let') }, event);
  await putOffEnd(supplierId, now, ports.suppliers);
  return 'queued';
}
