import { beforeAll, describe, expect, it } from 'vitest';
import { ask, fromOurPage, program } from '../system/asking.ts';
import { hoursAroundNow, type MadeEvent, makeEvent } from '../system/events.ts';
import { letterAbout } from '../system/mailbox.ts';
import { hiddenFields, registerAndConfirm, type SomebodyRegistered } from '../system/people.ts';
import { afterSweeps, quiet, until } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';
import { everythingStored } from './stored.ts';

/**
 * Somebody leaves a marker wherever they can, takes away the file of all that is held of them, and deletes it. Then the markers are looked
 * for in every table of every service.
 */
const markers = { name: 'Marker-of-a-name-4714', organisation: 'Marker-of-a-group-4715', comingAs: 'Marker-of-a-role-4716' } as const;
const need = 'Marker-of-a-need-4717';

let system: System;
let event: MadeEvent;
let leaves: SomebodyRegistered;
let stays: SomebodyRegistered;

beforeAll(async () => {
  system = await runningSystem();
  event = await makeEvent(system, { title: 'An event to be forgotten at', inDays: 0, closesInDays: 0, hours: hoursAroundNow(system) });
  leaves = await registerAndConfirm(system, event, { email: 'leaves-4718@example.org', ...markers });
  stays = await registerAndConfirm(system, event);
  for (const { cookie } of [leaves, stays]) await tell(cookie);
  await ask(system, `/events/${event.slug}/here`, fromOurPage(system, { me: 'yes' }, leaves.cookie));
  await ask(system, '/registrations/resend', fromOurPage(system, { email: leaves.email }));
  await letterAbout(system, leaves.email, /./);
  await afterSweeps(system);
}, 180_000);

async function tell(cookie: string): Promise<void> {
  const form = await until('accessibility to know the event', async () => {
    const page = await ask(system, '/my-place/access', { headers: { cookie, accept: 'text/html' } });
    return page.status === 200 ? page : undefined;
  });
  const fields = { ...hiddenFields(form.text), kinds: ['live-captions'], ownWords: need, consent: 'yes' };
  await ask(system, '/my-place/access', fromOurPage(system, fields, cookie));
}

/** Tables in which any of these texts stands. */
async function tablesWith(...texts: readonly string[]): Promise<readonly string[]> {
  const stored = [...(await everythingStored(system))];
  return stored.filter(([, items]) => items.some((item) => texts.some((text) => item.includes(text)))).map(([table]) => table);
}

async function fileOf({ cookie }: SomebodyRegistered) {
  return ask(system, '/my-place/everything.json', { headers: { cookie, accept: '*/*' } });
}

const place = () => ({ who: leaves.email, texts: [leaves.email, ...Object.values(markers)] });

describe('everything that is held of somebody', () => {
  it('is one file: what they entered, that they came, what would help them, and which letters they got', async () => {
    const answered = await fileOf(leaves);
    expect([answered.status, answered.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="what-we-hold-of-you.json"',
    ]);
    for (const text of [...place().texts, need, '"attended"', '"letters"', 'registration.confirmed']) expect(answered.text).toContain(text);
    expect(answered.text).not.toContain(stays.email);
  });

  it('lies in several tables: the search finds it while it is there', async () => {
    const found = await tablesWith(...place().texts, need);
    expect(found.map((table) => table.replace(/^.*?-(?=[a-z]+(-needs|-main)?$)/, ''))).toHaveLength(2);
  });

  it('is nowhere once they delete it; what others told stays', async () => {
    const { registrations } = await program(system, 'organiser', `/organise/events/${event.eventId}/registrations`);
    const listed = Array.isArray(registrations) ? registrations : [];
    const id = String(listed.find((each) => each.email === leaves.email)?.registrationId);
    const idBefore = (await tablesWith(id)).length;
    const deleted = await ask(system, '/my-place/delete', fromOurPage(system, {}, leaves.cookie));
    expect(deleted.status).toBe(303);
    await afterSweeps(system);
    await quiet(system);
    expect(await tablesWith(...place().texts)).toEqual([]);
    const needs = [...(await everythingStored(system))].flatMap(([table, items]) => (table.endsWith('-needs') ? items : []));
    expect(needs.filter((item) => item.includes(id))).toEqual([]);
    expect(needs.filter((item) => item.includes(need))).toHaveLength(1);
    const letters = [...(await everythingStored(system))].flatMap(([table, items]) => (table.includes('mailing') ? items : []));
    expect(letters.filter((item) => item.includes(id) && !item.includes('FORGOTTEN'))).toEqual([]);
    expect(idBefore).toBeGreaterThan(2);
    expect((await fileOf(leaves)).status).toBe(401);
    expect((await fileOf(stays)).status).toBe(200);
  });
});
