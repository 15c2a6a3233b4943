import type { SampleEvent } from './arrange-event.ts';
import { memberRows } from './people.ts';
import type { Site } from './site.ts';

/** Members come from a file, and the report goes to them and to those attendees who wanted it. */
export async function sendReport(site: Site, event: SampleEvent): Promise<void> {
  await site.organise('/organise/members/import', { pasted: memberRows.join('\n') });
  let mailing = '';
  await site.until('the report to reach mailing', async () => {
    const prepared = await site
      .organise(`/organise/events/${event.eventId}/mailings`, { audience: ['attendees', 'members'] })
      .catch(() => undefined);
    mailing = prepared ? `/organise/mailings/${prepared.mailingId}` : '';
    return mailing !== '';
  });
  await site.until('the mailing to start', async () => {
    const started = await site.organise(mailing, { command: 'start' }).catch(() => undefined);
    return started !== undefined;
  });
  await site.until('the mailing to be out', async () => JSON.stringify(await site.organise(mailing)).includes('"finished"'));
}
