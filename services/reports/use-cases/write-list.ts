import type { FactStore, Files, ListedReport, PublishedFile } from './ports.ts';

/**
 * Writes the list of published reports as a file. Two at once: each looks again after it has written, so that whoever writes last has seen
 * what the other added.
 */
export async function writeList(ports: {
  readonly facts: Pick<FactStore, 'published'>;
  readonly files: Pick<Files, 'put'>;
  readonly rendersList: (reports: readonly ListedReport[]) => readonly PublishedFile[];
}): Promise<void> {
  let wrote = '';
  for (let listed = await ports.facts.published(); JSON.stringify(listed) !== wrote; listed = await ports.facts.published()) {
    for (const file of ports.rendersList(listed)) await ports.files.put(file);
    wrote = JSON.stringify(listed);
  }
}
