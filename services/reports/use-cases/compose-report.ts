import type { Actor, EventId } from '@convener/contracts';
import { firstDraft, type Report } from '../domain/report.ts';
import type { OrganisePorts } from './ports.ts';

export type Composed =
  | { readonly kind: 'composed'; readonly report: Report }
  | { readonly kind: 'there-already'; readonly report: Report }
  | { readonly kind: 'unknown-event' };

/** Makes the draft of an event's report, once. Whoever asks again, or at the same moment, gets the one that is there. */
export async function composeReport(
  request: { readonly eventId: EventId; readonly actor: Actor; readonly now: Date },
  { store, ids }: Pick<OrganisePorts, 'store' | 'ids'>,
): Promise<Composed> {
  const material = await store.load(request.eventId);
  if (!material) return { kind: 'unknown-event' };
  if (material.loaded) return { kind: 'there-already', report: material.loaded.report };
  const report: Report = {
    id: ids.make('rpt'),
    eventId: request.eventId,
    draft: firstDraft(material.facts),
    revisions: {},
    publication: { kind: 'never' },
  };
  const { actor, now } = request;
  const saved = await store.save({ loaded: undefined, report, announcement: { kind: 'drafted' }, actor, now });
  if (saved.kind === 'saved') return { kind: 'composed', report };
  const again = await store.load(request.eventId);
  return again?.loaded ? { kind: 'there-already', report: again.loaded.report } : { kind: 'unknown-event' };
}
