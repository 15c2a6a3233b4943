import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { expect } from 'vitest';
import type { LinkPurpose } from '../use-cases/ports.ts';
import { type OpenEvent, openEvent, openFrom } from './open-event.ts';
import { type Visit, type Visitor, visitorOf } from './visitor.ts';

/** What the tests of pages do as a person does: send the form, press the link, keep the cookie. */
export const good = { email: 'ada@example.org', name: 'Ada', organisation: 'Example Group', comingAs: 'a carer', wantsReport: 'yes' };
export const clock = clockAt(openFrom.toISOString());

export interface World {
  readonly event: OpenEvent;
  readonly visitor: Visitor;
}

export async function world(changes: Parameters<typeof openEvent>[0] = {}): Promise<World> {
  clock.set(openFrom.toISOString());
  const event = await openEvent(changes);
  return { event, visitor: await visitorOf(event.table, () => clock.now()) };
}

export async function stored({ event, visitor }: World, email = good.email) {
  const { stored: found } = await event.ports.registrations.load(await visitor.identify(email, event.eventId));
  return found.kind === 'held' ? found.registration : undefined;
}

export async function linkOf(world: World, purpose: LinkPurpose, email = good.email): Promise<string> {
  const registration = await stored(world, email);
  if (!registration) throw new Error(`${email} has no registration.`);
  return world.visitor.linkTo(purpose, registration);
}

export function cookieOf({ cookies }: Visit): { cookies: string[] } {
  return { cookies: cookies.map((cookie) => cookie.split(';')[0] ?? '') };
}

/** From the form to the open place, as a person goes. */
export async function confirmed(world: World, email = good.email): Promise<{ cookies: string[] }> {
  await world.visitor.visit('POST', `/events/${world.event.slug}/register`, { fields: { ...good, email } });
  const pressed = await world.visitor.visit('POST', await linkOf(world, 'confirm', email));
  expect([pressed.status, pressed.headers.location]).toEqual([303, '/my-place']);
  return cookieOf(pressed);
}

export async function expectSound(visit: Visit, status: number, says: string): Promise<void> {
  expect(visit.status).toBe(status);
  expect(visit.body).toContain(says);
  expect(await htmlProblems(visit.body)).toEqual([]);
}
