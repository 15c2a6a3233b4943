import type { Role, RouteDefinition } from '@convener/contracts';
import { services } from '@convener/infra/services';
import { arranged } from '../accessibility/states/accessibility-arranging.ts';
import { buildWorld, type World } from '../accessibility/world.ts';
import { ask, sessionOf } from '../system/asking.ts';
import { lettersTo } from '../system/mailbox.ts';
import { quiet } from '../system/quiet.ts';
import { runningSystem } from '../system/running-system.ts';
import { signInAs } from './sign-in.ts';

export type { World } from '../accessibility/world.ts';

let made: Promise<World> | undefined;

/** Something at every door: one world for all files of this folder, which leave it as they found it or take what nobody else needs. */
export async function theWorld(): Promise<World> {
  const system = await runningSystem();
  made ??= buildWorld(system)
    .then(async (world) => {
      await arranged(world);
      return world;
    })
    .catch((cause: unknown) => {
      throw new Error(system.told.logs.filter((line) => line.includes('"level":"ERROR"')).join('\n') || 'The world could not be made.', {
        cause,
      });
    });
  const world = await made;
  signedIn ??= signInAs(system, somebodyWithEveryRole);
  await signedIn;
  await quiet(system);
  return world;
}

export const everyRoute: readonly RouteDefinition[] = services.flatMap(({ routes }) => routes);

export function nameOf({ method, path }: Pick<RouteDefinition, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

export type Parts = Readonly<Record<string, string>>;

/** The address of a route with everything in it that there really is; `instead` gives parts of its own. */
export async function addressOf(path: string, world: World, instead: Parts = {}): Promise<string> {
  if (path.includes('{token}') && instead.token === undefined) return linkOf(path, world);
  const there = /\{(adjustmentId|personId)\}/.test(path) ? await arranged(world) : undefined;
  const parts: Parts = {
    slug: world.events.open.slug,
    eventId: path.includes('/themes') || path.includes('/reflections') ? world.events.overAndOpen.eventId : world.events.inPerson.eventId,
    speakerId: 'spk_none',
    questionId: world.asked.lunch,
    registrationId: world.people.registrationId,
    reflectionId: world.told.open.reflectionIds[0] ?? '',
    themeId: world.told.themeId,
    mailingId: world.mail.ready,
    letter: 'last-reminder',
    letterId: 'ltr_none',
    organiserId: world.organiserId,
    file: 'none.css',
    edition: '1',
    statement: 'privacy',
    number: '0',
    ...(path.includes('/registrations') ? { eventId: world.events.open.eventId } : {}),
    ...(path.includes('{themeId}') || path.includes('{speakerId}')
      ? { eventId: world.events.over.eventId, themeId: world.told.themeId, speakerId: world.told.speakerId }
      : {}),
    ...(path.includes('{questionId}') ? { eventId: world.events.asking.eventId, slug: world.events.asking.slug } : {}),
    ...(path.endsWith('/answers') && path.includes('{registrationId}')
      ? { eventId: world.events.asking.eventId, registrationId: world.asked.registrationId }
      : {}),
    ...(path.endsWith('/on-the-day') ? { eventId: world.events.now.eventId } : {}),
    ...(there ? { eventId: world.events.open.eventId, adjustmentId: lastPart(there.adjustment), personId: lastPart(there.person) } : {}),
    ...instead,
  };
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => parts[name] ?? `none-${name}`);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A link that works, by the path that it begins with. */
async function linkOf(path: string, { system, people, members, told, mail, offers }: World): Promise<string> {
  const links: readonly string[] = [
    people.confirmLink,
    people.manageLink,
    members.confirmLink,
    members.preferencesLink,
    mail.unsubscribe,
    offers.links.open,
    told.open.own,
    told.open.notes,
    told.open.room,
    ...(await lettersTo(system, people.confirmed.email)).flatMap((letter) => letter.links.map((link) => new URL(link).pathname)),
  ];
  const begins = path.slice(0, path.indexOf('{'));
  const found = links.find((link) => link.startsWith(begins) && !link.slice(begins.length).includes('/'));
  if (!found) throw new Error(`No letter has a link for ${path}.`);
  return found;
}

/** The cookie of somebody who may pass this door; none where everybody may. */
export async function cookieFor({ method, audience, path, roles }: RouteDefinition, world: World): Promise<string> {
  // A token for a program is made by a living sign-in alone.
  if (method === 'POST' && path === '/organise/token') return (await signedIn) ?? '';
  if (audience === 'organiser') return `organiser=${await sessionOf(world.system, roles?.[0] ?? 'organiser')}`;
  if (path.startsWith('/my-place')) return world.people.confirmed.cookie;
  if (path.startsWith('/my-preferences')) return world.members.cookie;
  return path === '/organise/sign-out' ? `organiser=${await sessionOf(world.system, 'organiser')}` : '';
}

let signedIn: Promise<string> | undefined;
const somebodyWithEveryRole = '44444444-4444-4444-8444-444444444444';

export async function bearer(world: World, role: Role): Promise<Readonly<Record<string, string>>> {
  return { authorization: `Bearer ${await sessionOf(world.system, role)}` };
}

/** The page at this address, as somebody with this cookie gets it. */
export async function pageAt(world: World, path: string, cookie = ''): Promise<string> {
  return (await ask(world.system, path, { headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } })).text;
}
