import type { KeptEvent } from '../domain/event.ts';
import { decide, type Reflection, type ReflectionCommand } from '../domain/reflection.ts';
import { untilSettled } from './again.ts';
import { byAttendee } from './doing.ts';
import type { Loaded, PublicPorts } from './ports.ts';

export type Own =
  | { readonly kind: 'found'; readonly event: KeptEvent; readonly reflection: Reflection }
  | { readonly kind: 'withdrawn'; readonly event: KeptEvent }
  | { readonly kind: 'useless' };

type OwnPorts = Pick<PublicPorts, 'events' | 'reflections' | 'links'>;

/** Somebody's own reflection, by the private link that they were given. */
export async function findOwn(token: string, ports: OwnPorts): Promise<Own> {
  const found = await load(token, ports);
  if (!found) return { kind: 'useless' };
  const { event, loaded } = found;
  return loaded.value.standing.kind === 'withdrawn' ? { kind: 'withdrawn', event } : { kind: 'found', event, reflection: loaded.value };
}

/** Changes or withdraws it. Organisers who theme it at the same moment are not in the way: the change is decided anew on what they left. */
export function changeOwn(
  token: string,
  command: Extract<ReflectionCommand, { readonly kind: 'edit' | 'withdraw' }>,
  now: Date,
  ports: OwnPorts,
): Promise<Own> {
  return untilSettled(async (): Promise<Own | undefined> => {
    const found = await load(token, ports);
    if (!found) return { kind: 'useless' };
    const { event, loaded } = found;
    const decision = decide(loaded.value, command);
    if (decision.kind === 'withdrawn-already') return { kind: 'withdrawn', event };
    if (decision.kind !== 'changed') return findOwn(token, ports);
    const doing = byAttendee(now, event.timeZone);
    const saved = await ports.reflections.save(loaded, decision.reflection, decision.announcements, doing);
    if (saved.kind === 'changed-meanwhile') return undefined;
    return command.kind === 'withdraw' ? { kind: 'withdrawn', event } : { kind: 'found', event, reflection: decision.reflection };
  });
}

async function load(
  token: string,
  { links, events, reflections }: OwnPorts,
): Promise<{ readonly event: KeptEvent; readonly loaded: Loaded<Reflection> } | undefined> {
  const target = await links.read(['own'], token);
  if (!target) return undefined;
  const [ground, loaded] = await Promise.all([events.ground(target.eventId), reflections.find(target.eventId, target.reflectionId)]);
  if (!ground || !loaded || loaded.value.linkVersion !== target.version) return undefined;
  return { event: ground.event, loaded };
}
