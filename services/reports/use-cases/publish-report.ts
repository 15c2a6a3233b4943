import type { Actor, EventId } from '@convener/contracts';
import type { FreezeAnswer } from '@convener/contracts/calls';
import { decidePublish, type PublishDecision } from '../domain/publication.ts';
import { contentOf, type Edition, latestEdition, type Publication, type ReportContent } from '../domain/report.ts';
import type { Files, LoadedReport, Material, PressPorts, PublishedFile } from './ports.ts';

export type Published =
  | { readonly kind: 'published'; readonly slug: string; readonly edition: Edition }
  /** Readers already have exactly this; its files were written again all the same. */
  | { readonly kind: 'unchanged'; readonly slug: string; readonly edition: Edition }
  /** So many reflections are neither themed nor set aside. */
  | { readonly kind: 'open'; readonly unthemed: number }
  | { readonly kind: 'themes-unavailable' }
  | { readonly kind: 'correction-needed' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'no-draft' };

export interface PublishCommand {
  readonly eventId: EventId;
  readonly correction: string;
  /** Whether earlier editions go from their addresses. */
  readonly takeDown: boolean;
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Publishes an edition: first the files, then state and domain event in one write. Killed between the two, there are files that nobody was
 * told of, and publishing again settles it; a domain event without its files cannot be.
 */
export async function publishReport(command: PublishCommand, ports: PressPorts): Promise<Published> {
  const [material, frozen] = await Promise.all([ports.store.load(command.eventId), ports.freeze(command.eventId)]);
  if (!material) return { kind: 'unknown-event' };
  const { loaded } = material;
  if (!loaded) return { kind: 'no-draft' };
  switch (frozen.kind) {
    case 'unavailable':
      return { kind: 'themes-unavailable' };
    case 'open':
      return frozen;
    case 'complete':
      return publishFrozen(command, material, loaded, frozen, ports);
  }
}

type IsPublished = Extract<Publication, { kind: 'published' }>;
type FilePorts = Pick<PressPorts, 'store' | 'files' | 'typesetter'>;

async function publishFrozen(
  command: PublishCommand,
  { facts }: Material,
  loaded: LoadedReport,
  frozen: Extract<FreezeAnswer, { kind: 'complete' }>,
  ports: PressPorts,
): Promise<Published> {
  const { report } = loaded;
  const content = contentOf(facts, report.draft, frozen.themes);
  const latest = latestEdition(report.publication);
  const published = latest && (await ports.store.edition(command.eventId, latest.number));
  const { correction, takeDown, now } = command;
  const decision = decidePublish(
    report,
    { content, published, slug: facts.slug, correction, takeDown, themesVersion: frozen.version },
    now,
  );
  switch (decision.kind) {
    case 'correction-needed':
    case 'too-large':
      return decision;
    case 'unchanged':
      await restoreFiles(command.eventId, ports);
      return decision;
    case 'publish':
      return writeEdition(command, loaded, decision, content, ports);
  }
}

async function writeEdition(
  { actor, now, eventId }: PublishCommand,
  loaded: LoadedReport,
  decision: Extract<PublishDecision, { kind: 'publish' }>,
  content: ReportContent,
  ports: PressPorts,
): Promise<Published> {
  const { report, slug, edition } = decision;
  if (report.publication.kind !== 'published') throw new Error('An edition of a report that is not published.');
  await writeFiles(eventId, report.publication, content, ports);
  const announcement = { kind: 'published', edition, slug, title: ports.titleOf(content), content } as const;
  const saved = await ports.store.save({ loaded, report, announcement, actor, now });
  if (saved.kind === 'saved') return { kind: 'published', slug, edition };
  // Somebody saved or published in between, and our files may lie over theirs.
  await restoreFiles(eventId, ports);
  return { kind: 'changed-meanwhile' };
}

/** Writes the files of the edition that counts, from its kept words. */
async function restoreFiles(eventId: EventId, ports: PressPorts): Promise<void> {
  const { store } = ports;
  const material = await store.load(eventId);
  const publication = material?.loaded?.report.publication;
  const latest = publication && latestEdition(publication);
  const content = latest && (await store.edition(eventId, latest.number));
  if (publication?.kind !== 'published' || !content) return;
  await writeFiles(eventId, publication, content, ports);
}

/** Earlier editions first, each with a word of what was corrected since; those that were taken down go. The page that people know comes last. */
async function writeFiles(eventId: EventId, publication: IsPublished, content: ReportContent, ports: FilePorts): Promise<void> {
  const { slug, editions } = publication;
  await Promise.all(editions.slice(0, -1).map((edition) => writeEarlier(eventId, publication, edition, ports)));
  await putAll(await ports.typesetter.edition({ content, slug, editions, later: [] }), ports.files);
}

async function writeEarlier(
  eventId: EventId,
  { slug, editions }: IsPublished,
  { number, takenDownAt }: Edition,
  ports: FilePorts,
): Promise<void> {
  if (takenDownAt !== undefined) {
    for (const name of [`${number}.txt`, `${number}`]) await ports.files.remove(`reports/${slug}/editions/${name}`);
    return;
  }
  const content = await ports.store.edition(eventId, number);
  const [first, ...more] = editions;
  const upTo = [first, ...more.filter((each) => each.number <= number)] as const;
  const later = more.filter((each) => each.number > number);
  if (content) await putAll(await ports.typesetter.edition({ content, slug, editions: upTo, later }), ports.files);
}

/** All at once but the last: that is the page itself, and by then all that it leads to is there. */
async function putAll(all: readonly PublishedFile[], files: Files): Promise<void> {
  await Promise.all(all.slice(0, -1).map((file) => files.put(file)));
  for (const file of all.slice(-1)) await files.put(file);
}
