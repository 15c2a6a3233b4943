import type { EventFacts, EventId } from '@convener/contracts';
import type { FreezeAnswer } from '@convener/contracts/calls';
import { type Advice, adviceOn } from '../domain/checks.ts';
import { sameContent } from '../domain/publication.ts';
import { contentOf, latestEdition, type Report, type ReportContent, type Theme } from '../domain/report.ts';
import type { OrganisePorts } from './ports.ts';

export type Looked =
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'not-drafted'; readonly facts: EventFacts }
  | { readonly kind: 'drafted'; readonly overview: Overview };

export interface Overview {
  readonly facts: EventFacts;
  readonly report: Report;
  readonly content: ReportContent;
  readonly advice: readonly Advice[];
  /** Whether reflections would let it be published now. */
  readonly themes: { readonly kind: 'complete' } | { readonly kind: 'open'; readonly unthemed: number } | { readonly kind: 'unavailable' };
  /** Whether what readers have differs from what would be published now; undefined before the first edition. */
  readonly differs: boolean | undefined;
}

/** Where a report stands: its words as they would be published now, what could be better, and what stands in the way. */
export async function lookAtReport(eventId: EventId, { store, freeze }: Pick<OrganisePorts, 'store' | 'freeze'>): Promise<Looked> {
  const [material, frozen] = await Promise.all([store.load(eventId), freeze(eventId)]);
  if (!material) return { kind: 'unknown-event' };
  const { facts, loaded } = material;
  if (!loaded) return { kind: 'not-drafted', facts };
  const { report } = loaded;
  const latest = latestEdition(report.publication);
  const published = latest && (await store.edition(eventId, latest.number));
  const content = contentOf(facts, report.draft, themesNow(frozen, material.themes));
  const themes = frozen.kind === 'complete' ? { kind: frozen.kind } : frozen;
  const differs = latest ? !sameContent(content, published) : undefined;
  return { kind: 'drafted', overview: { facts, report, content, advice: adviceOn(content), themes, differs } };
}

/** What reflections says itself, or what its domain events have told so far. */
function themesNow(frozen: FreezeAnswer | { readonly kind: 'unavailable' }, known: readonly Theme[]): readonly Theme[] {
  return frozen.kind === 'complete' ? frozen.themes : known;
}
