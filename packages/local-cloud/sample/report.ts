import type { SampleEvent } from './arrange-event.ts';
import type { Seed } from './seed/read-seed.ts';
import type { Site } from './site.ts';

/** An editor composes the report, writes its parts, and publishes it. */
export async function writeReport(site: Site, event: SampleEvent, seed: Seed): Promise<void> {
  const base = `/organise/events/${event.eventId}/report`;
  await site.until('the event to reach reports', async () => {
    const composed = await site.organise(base, {}).catch(() => undefined);
    return composed !== undefined;
  });
  await site.organise(`${base}/introduction`, { introduction: seed.introduction });
  await site.organise(`${base}/context`, { ...seed.context });
  const { speakers } = await site.organise(`/organise/events/${event.eventId}/speakers`);
  if (!Array.isArray(speakers)) throw new Error('The event has no speakers.');
  for (const speaker of speakers) {
    const section = seed.speakers.find(({ name }) => name === speaker.name)?.section ?? '';
    await site.organise(`${base}/speakers/${speaker.id}`, { section });
  }
  await site.organise(`${base}/publish`, {});
}
