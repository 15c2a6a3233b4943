import { bytesOf } from './draft.ts';
import { type Edition, hasEarlier, latestEdition, type Report, type ReportContent } from './report.ts';

export interface PublishRequest {
  readonly content: ReportContent;
  /** The words of the latest edition, where there is one. */
  readonly published: ReportContent | undefined;
  /** The event's slug now; it counts for the first edition alone. */
  readonly slug: string;
  /** What changed, in the organisers' words. */
  readonly correction: string;
  readonly themesVersion: string;
  /** Whether earlier editions go, which readers could otherwise still open at addresses of their own. */
  readonly takeDown: boolean;
}

export type PublishDecision =
  | { readonly kind: 'publish'; readonly report: Report; readonly slug: string; readonly edition: Edition }
  /** Readers already have exactly this. */
  | { readonly kind: 'unchanged'; readonly slug: string; readonly edition: Edition }
  | { readonly kind: 'correction-needed' }
  | { readonly kind: 'too-large' };

/** DynamoDB takes 400 KB an item; an edition has no domain events beside it. */
const largestEditionBytes = 350_000;

/** Decides an edition: the first needs nothing, a later one a note of what changed. */
export function decidePublish(report: Report, request: PublishRequest, now: Date): PublishDecision {
  const { publication } = report;
  const latest = latestEdition(publication);
  // The same words are a new edition where earlier ones go: readers are told why.
  const takesDown = request.takeDown && hasEarlier(publication);
  if (publication.kind === 'published' && latest && !takesDown && sameContent(request.content, request.published)) {
    return { kind: 'unchanged', slug: publication.slug, edition: latest };
  }
  if (latest && request.correction === '') return { kind: 'correction-needed' };
  if (bytesOf(request.content) > largestEditionBytes) return { kind: 'too-large' };
  const edition: Edition = {
    number: (latest?.number ?? 0) + 1,
    publishedAt: now.toISOString(),
    correction: latest ? request.correction : '',
    themesVersion: request.themesVersion,
  };
  const slug = publication.kind === 'published' ? publication.slug : request.slug;
  const editions = publication.kind === 'published' ? followedBy(publication.editions, edition, request.takeDown) : ([edition] as const);
  return { kind: 'publish', slug, edition, report: { ...report, publication: { kind: 'published', slug, editions } } };
}

function followedBy(
  [first, ...more]: readonly [Edition, ...Edition[]],
  edition: Edition,
  takeDown: boolean,
): readonly [Edition, ...Edition[]] {
  const goes = (earlier: Edition): Edition => (takeDown ? { takenDownAt: edition.publishedAt, ...earlier } : earlier);
  return [goes(first), ...more.map(goes), edition];
}

/** Those that went with this edition, and not before. */
export function takenDownWith(edition: Edition, editions: readonly Edition[]): readonly Edition[] {
  return editions.filter(({ takenDownAt }) => takenDownAt === edition.publishedAt);
}

/** Both are made by `contentOf` or parsed by one schema, but keys may come back in another order from a store. */
export function sameContent(one: ReportContent, other: ReportContent | undefined): boolean {
  return other !== undefined && inOneOrder(one) === inOneOrder(other);
}

function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
