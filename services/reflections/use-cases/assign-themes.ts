import type { Actor, EventId, ReflectionId } from '@convener/contracts';
import { decide, type ThemeChange } from '../domain/reflection.ts';
import { upToDate } from '../domain/theme.ts';
import { inBatches, untilSettled } from './again.ts';
import { byOrganiser } from './doing.ts';
import type { Doing, Loaded, OrganisePorts } from './ports.ts';

export interface Assignment extends ThemeChange {
  readonly reflectionId: ReflectionId;
}

export interface Assigned {
  /** Themes changed, by this very sending. */
  readonly changed: readonly ReflectionId[];
  /** They stood so already. */
  readonly unchanged: readonly ReflectionId[];
  /** Withdrawn or set aside while somebody was theming, or never there: nothing was changed about them. */
  readonly missed: readonly ReflectionId[];
}

type AssignPorts = Pick<OrganisePorts, 'reflections' | 'themes'>;
type One = keyof Assigned;

/**
 * Saves the themes of many reflections, each by itself: one that was withdrawn meanwhile does not hold up the others, and the same
 * sending again changes nothing more.
 */
export async function assignThemes(
  request: { readonly eventId: EventId; readonly assignments: readonly Assignment[]; readonly actor: Actor; readonly now: Date },
  ports: AssignPorts,
): Promise<Assigned> {
  const { eventId, assignments } = request;
  const { book } = await ports.themes.of(eventId);
  const loaded = await ports.reflections.findMany(
    eventId,
    assignments.map((assignment) => assignment.reflectionId),
  );
  const known = new Map(loaded.map((each) => [each.value.id, each]));
  const doing = byOrganiser(request.actor, request.now);
  const current = upToDate(book);
  const outcomes = await inBatches(assignments, async (assignment) => ({
    id: assignment.reflectionId,
    outcome: await assignOne(eventId, assignment, known.get(assignment.reflectionId), { current, doing, ports }),
  }));
  const those = (wanted: One) => outcomes.filter(({ outcome }) => outcome === wanted).map(({ id }) => id);
  return { changed: those('changed'), unchanged: those('unchanged'), missed: those('missed') };
}

function assignOne(
  eventId: EventId,
  assignment: Assignment,
  first: Parameters<AssignPorts['reflections']['save']>[0] | undefined,
  { current, doing, ports }: { readonly current: ReturnType<typeof upToDate>; readonly doing: Doing; readonly ports: AssignPorts },
): Promise<One> {
  let loaded: Loaded<Parameters<typeof decide>[0]> | undefined = first;
  return untilSettled(async (): Promise<One | undefined> => {
    if (!loaded) return 'missed';
    const decision = decide(loaded.value, { kind: 'assign', change: assignment }, current);
    if (decision.kind === 'unchanged') return 'unchanged';
    if (decision.kind !== 'changed') return 'missed';
    const saved = await ports.reflections.save(loaded, decision.reflection, decision.announcements, doing);
    if (saved.kind === 'saved') return 'changed';
    loaded = await ports.reflections.find(eventId, assignment.reflectionId);
    return undefined;
  });
}
