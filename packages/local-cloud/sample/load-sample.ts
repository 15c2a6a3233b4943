import type { LocalCloud } from '../start/local-cloud.ts';
import { arrangeSeedEvent, arrangeUpcomingEvent } from './arrange-event.ts';
import { noteWhoCame } from './attend.ts';
import { comeToRest } from './come-to-rest.ts';
import { fillUpcomingEvent } from './fill-event.ts';
import { reflectAndTheme } from './reflect.ts';
import { registerEverybody } from './register.ts';
import { writeReport } from './report.ts';
import { readSeed } from './seed/read-seed.ts';
import { sendReport } from './send-report.ts';
import { siteOf } from './site.ts';

/**
 * The sample: the seed's event as it was, in its own time, from registration to the emailed report; then an event some weeks ahead of today.
 * Everything goes through the endpoints. The machine's clock is set to the seed's days and back again.
 */
export async function loadSample(cloud: LocalCloud): Promise<void> {
  const site = siteOf(cloud);
  const seed = readSeed();
  cloud.clock.set(new Date('2024-10-28T09:30:00Z'));
  try {
    const event = await arrangeSeedEvent(site, seed);
    await registerEverybody(site, event, 8);
    await comeToRest(cloud);
    cloud.clock.set(new Date('2024-11-20T11:15:00Z'));
    await noteWhoCame(site, event);
    await reflectAndTheme(site, event, seed);
    await comeToRest(cloud);
    cloud.clock.set(new Date('2024-12-02T09:00:00Z'));
    await writeReport(site, event, seed);
    await sendReport(site, event);
    await comeToRest(cloud);
  } finally {
    cloud.clock.set(new Date());
  }
  const now = new Date();
  await fillUpcomingEvent(site, await arrangeUpcomingEvent(site, now), now);
}
