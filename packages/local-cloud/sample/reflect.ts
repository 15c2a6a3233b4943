import type { SampleEvent } from './arrange-event.ts';
import type { Seed } from './seed/read-seed.ts';
import { hiddenFields, type Site } from './site.ts';

const roomCount = 6;

interface Point {
  readonly words: string;
  readonly theme: string;
}

/**
 * The breakout groups: note-takers enter what the seed's themes say, sentence by sentence and dealt out over the rooms; then an organiser
 * makes the sixteen themes and joins every point to its theme. No point is made up.
 */
export async function reflectAndTheme(site: Site, event: SampleEvent, seed: Seed): Promise<void> {
  const base = `/organise/events/${event.eventId}`;
  await site.until('the event to reach reflections', async () => (await openRooms(site, base)) !== undefined);
  const points = seed.themes.flatMap(({ label, prose }) => sentences(prose).map((words): Point => ({ words, theme: label })));
  await takeNotes(site, base, points);
  const themes = new Map<string, string>();
  for (const { label, prose } of seed.themes) {
    const { themeId } = await site.organise(`${base}/themes`, { label, prose });
    themes.set(label, String(themeId));
  }
  const themeOf = new Map(points.map(({ words, theme }) => [words, themes.get(theme) ?? '']));
  const assignments = (await allReflections(site, base)).map(({ id, words }) => ({
    reflectionId: id,
    themeIds: [themeOf.get(words) ?? ''],
  }));
  await site.organise(`${base}/themes/assign`, { assignments });
}

async function openRooms(site: Site, base: string): Promise<unknown> {
  return site.organise(`${base}/rooms`, { rooms: roomCount }).catch(() => undefined);
}

async function takeNotes(site: Site, base: string, points: readonly Point[]): Promise<void> {
  const { rooms } = await site.organise(`${base}/reflections`);
  if (!Array.isArray(rooms)) throw new Error('There are no rooms.');
  for (const [position, room] of rooms.entries()) {
    const notes = new URL(String(room.links.notes)).pathname;
    const visitor = site.visitor();
    const page = await visitor.get(notes);
    const own = points.filter((_, number) => number % roomCount === position).map(({ words }) => words);
    await visitor.post(notes, { ...hiddenFields(page.html), points: own.join('\n'), consent: 'quote-unnamed' });
  }
}

async function allReflections(site: Site, base: string): Promise<readonly { readonly id: string; readonly words: string }[]> {
  const found: { readonly id: string; readonly words: string }[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = await site.organise(`${base}/reflections?page=${page}`);
    pages = Number(answer.pages ?? 1);
    if (Array.isArray(answer.reflections)) found.push(...answer.reflections);
  }
  return found;
}

/** Good enough for the seed: a sentence ends at a full stop or a question mark before a space. */
function sentences(prose: string): readonly string[] {
  return prose.split(/(?<=[.?]) (?=[A-Z])/).map((sentence) => sentence.trim());
}
