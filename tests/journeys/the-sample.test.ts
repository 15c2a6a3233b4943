import { beforeAll, expect, test } from 'vitest';
import { arrangeUpcomingEvent } from '../../packages/local-cloud/sample/arrange-event.ts';
import { fillUpcomingEvent } from '../../packages/local-cloud/sample/fill-event.ts';
import { siteOf } from '../../packages/local-cloud/sample/site.ts';
import { program } from '../system/asking.ts';
import { quiet } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';

let system: System;

beforeAll(async () => {
  system = await runningSystem();
}, 120_000);

/** What a newcomer finds first. A sample that fails to load stops no start, so nothing else would notice. */
test('the sample’s event ahead is filled by the endpoints alone, and shows what it is there to show', async () => {
  // Other tests ask for many places from this one address; some minutes later there is room again.
  system.cloud.clock.advance(15 * 60 * 1000);
  const now = system.cloud.clock.now();
  const site = siteOf(system);
  const event = await arrangeUpcomingEvent(site, now);
  await fillUpcomingEvent(site, event, now);
  await quiet(system);
  const base = `/organise/events/${event.eventId}`;

  const { registrations } = await program(system, 'organiser', `${base}/registrations`);
  const list: readonly { readonly status: string; readonly told: string }[] = Array.isArray(registrations) ? registrations : [];
  const counted = Object.fromEntries([...Map.groupBy(list, ({ status }) => status)].map(([status, some]) => [status, some.length]));
  expect(counted).toEqual({ confirmed: 9, offered: 1, waitlisted: 2, cancelled: 1 });
  expect(list.filter(({ told }) => told === 'phone')).toHaveLength(1);

  const { groups } = await program(system, 'organiser', `${base}/places`);
  expect(groups).toMatchObject([{ name: 'People with lived experience', places: 2, taken: 2 }]);

  const { arranged, provided } = await program(system, 'access-coordinator', `${base}/access`);
  const states = Array.isArray(arranged) ? arranged.map(({ state }) => state).sort() : [];
  expect(states).toEqual(['new', 'works']);
  expect(provided).toContainEqual(expect.objectContaining({ kind: 'bsl-interpretation', knownBy: expect.any(String) }));
}, 180_000);
