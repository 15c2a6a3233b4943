import type { Actor, EventId } from '@convener/contracts';
import type { FreezeAnswer } from '@convener/contracts/calls';
import { decidePublish, type PublishDecision } from '../domain/publication.ts';
import { contentOf, type Edition, latestEdition, type ReportContent } from '../domain/report.ts';
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
  const { correction, now } = command;
  const decision = decidePublish(report, { content, published, slug: facts.slug, correction, themesVersion: frozen.version }, now);
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
  await putAll(await ports.typesetter.edition({ content, slug, editions: report.publication.editions }), ports.files);
  const announcement = { kind: 'published', edition, slug, title: ports.titleOf(content), content } as const;
  const saved = await ports.store.save({ loaded, report, announcement, actor, now });
  if (saved.kind === 'saved') return { kind: 'published', slug, edition };
  // Somebody saved or published in between, and our files may lie over theirs.
  await restoreFiles(eventId, ports);
  return { kind: 'changed-meanwhile' };
}

/** Writes the files of the edition that counts, from its kept words. */
async function restoreFiles(eventId: EventId, { store, files, typesetter }: PressPorts): Promise<void> {
  const material = await store.load(eventId);
  const publication = material?.loaded?.report.publication;
  const latest = publication && latestEdition(publication);
  const content = latest && (await store.edition(eventId, latest.number));
  if (publication?.kind !== 'published' || !content) return;
  await putAll(await typesetter.edition({ content, slug: publication.slug, editions: publication.editions }), files);
}

/** All at once but the last: that is the page itself, and by then all that it leads to is there. */
async function putAll(all: readonly PublishedFile[], files: Files): Promise<void> {
  await Promise.all(all.slice(0, -1).map((file) => files.put(file)));
  for (const file of all.slice(-1)) await files.put(file);
}
