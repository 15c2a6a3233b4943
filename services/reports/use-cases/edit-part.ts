import type { Actor, EventId } from '@convener/contracts';
import { decideEdit, type Edit, revisionOf, savedPart } from '../domain/draft.ts';
import type { Report } from '../domain/report.ts';
import type { Material, OrganisePorts } from './ports.ts';

export type Edited =
  | { readonly kind: 'saved'; readonly report: Report }
  | { readonly kind: 'unchanged'; readonly report: Report }
  /** With what stands there now, so that both people's words can be put together. */
  | { readonly kind: 'written-meanwhile'; readonly material: Material; readonly theirs: Edit; readonly revision: number }
  | { readonly kind: 'too-large'; readonly material: Material }
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'unknown-speaker' }
  | { readonly kind: 'no-draft' }
  /** Others saved other parts again and again; nothing is lost, the form comes back. */
  | { readonly kind: 'busy'; readonly material: Material };

export interface EditRequest {
  readonly eventId: EventId;
  readonly edit: Edit;
  /** The part's revision when the form was shown. */
  readonly seen: number | undefined;
  readonly actor: Actor;
  readonly now: Date;
}

const mostTries = 6;

/** Saves one part of a draft. A write to another part at the same moment is no conflict: it is loaded and decided again. */
export async function editPart(request: EditRequest, { store }: Pick<OrganisePorts, 'store'>): Promise<Edited> {
  const { edit, seen, actor, now } = request;
  for (let tries = 1; ; tries += 1) {
    const material = await store.load(request.eventId);
    if (!material) return { kind: 'unknown-event' };
    const { loaded, facts } = material;
    if (!loaded) return { kind: 'no-draft' };
    if (edit.part === 'speaker' && !facts.speakers.some(({ id }) => id === edit.speakerId)) return { kind: 'unknown-speaker' };
    const decision = decideEdit(loaded.report, edit, seen);
    switch (decision.kind) {
      case 'unchanged':
        return { kind: 'unchanged', report: loaded.report };
      case 'written-meanwhile': {
        const { report } = loaded;
        return { kind: 'written-meanwhile', material, theirs: savedPart(report.draft, edit), revision: revisionOf(report, edit) };
      }
      case 'too-large':
        return { kind: 'too-large', material };
      case 'changed': {
        const saved = await store.save({ loaded, report: decision.report, announcement: { kind: 'changed' }, actor, now });
        if (saved.kind === 'saved') return { kind: 'saved', report: decision.report };
        if (tries >= mostTries) return { kind: 'busy', material };
      }
    }
  }
}
