import type fc from 'fast-check';
import type { Places } from '../domain/places.ts';
import type { Registration } from '../domain/registration.ts';
import { saveGroup } from '../use-cases/reserve-places.ts';
import { happens, hoursLater, type World } from './happenings.ts';
import type { Model, Op } from './model.ts';
import { everyone, holdsPlace, idOf, openFrom, placesIn } from './open-event.ts';
import { after } from './places-model.ts';
import { people, type Schedule } from './schedules.ts';

/** What the model and the table have in common, as one text. */
function modelSays({ capacity, reserved, people: known }: Model): string {
  const each = [...known].map(([id, { kind, pool, until, key, group }]) => [id, kind, group, pool ?? '', until ?? '', key ?? ''].join(' '));
  const kept = reserved?.released === false ? reserved.places : 0;
  return [`capacity ${capacity}, ${kept} kept`, ...each.sort()].join('\n');
}

function tableSays({ capacity, groups }: Places, found: readonly Registration[]): string {
  const each = found.map((registration) => {
    const { registrationId, state, group } = registration;
    const pool = 'pool' in state && state.pool ? 'group' : holdsPlace(registration) ? 'all' : '';
    return [
      registrationId,
      kindOf(state),
      group !== undefined,
      pool,
      untilOf(state),
      state.kind === 'waitlisted' ? state.waitingKey : '',
    ].join(' ');
  });
  const kept = groups.reduce((sum, { places, releasedAt }) => sum + (releasedAt ? 0 : places), 0);
  return [`capacity ${capacity}, ${kept} kept`, ...each.sort()].join('\n');
}

function kindOf(state: Registration['state']): string {
  if (state.kind !== 'cancelled') return state.kind;
  return state.by === 'declined' || state.by === 'lapsed' ? state.by : 'cancelled';
}

function untilOf(state: Registration['state']): string {
  if (state.kind === 'pending') return state.expiresAt;
  return state.kind === 'offered' ? state.until : '';
}

async function said(world: World): Promise<string> {
  const [places, found] = [await placesIn(world.event), await everyone(world.event)];
  // Counters and people, which the model does not count apart.
  const holding = found.filter(holdsPlace).length;
  const waiting = found.filter(({ state }) => state.kind === 'waitlisted').length;
  if (places.taken !== holding || places.waiting !== waiting)
    return `the counters say ${places.taken} and ${places.waiting}, not ${holding} and ${waiting}`;
  return tableSays(places, found);
}

function orders(ops: readonly Op[]): readonly (readonly Op[])[] {
  if (ops.length <= 1) return [ops];
  return ops.flatMap((first, at) => orders(ops.filter((_, other) => other !== at)).map((rest) => [first, ...rest]));
}

/** Who looks before a place is freed, and writes after it, has what they found: nothing until they press, or a place for everybody. */
function lateOnes(order: readonly Op[]): readonly (readonly Op[])[] {
  return order.reduce(
    (all: readonly (readonly Op[])[], each) => all.flatMap((before) => waysOf(each).map((way) => [...before, way])),
    [[]],
  );
}

function waysOf(each: Op): readonly Op[] {
  switch (each.kind) {
    case 'register':
      return [each, { ...each, found: 'nothing' }, { ...each, found: 'none-of-group' }];
    case 'regroup':
      return [each, { ...each, lost: true }, { ...each, found: 'none-of-group' }];
    case 'press':
    case 'rejoin':
      return [each, { ...each, found: 'none-of-group' }];
    default:
      return [each];
  }
}

/** What one of them does is several writes, one after the other: itself, then what follows from it. */
function partsOf(each: Op): readonly Op[] {
  switch (each.kind) {
    case 'sweep':
      return [{ kind: 'expire' }, { kind: 'lapse' }, { kind: 'settle' }];
    case 'capacity':
      return [{ ...each, alone: true }, { kind: 'settle' }];
    case 'register':
      return [each];
    default:
      return [{ ...each, alone: true }, { kind: 'move' }];
  }
}

/** Every way in which the parts of several come between each other. */
function* between(all: readonly (readonly Op[])[]): Generator<readonly Op[]> {
  const left = all.filter((parts) => parts.length > 0);
  if (left.length === 0) yield [];
  for (const parts of left) {
    const [first, ...rest] = parts;
    if (!first) continue;
    for (const others of between(left.map((each) => (each === parts ? rest : each)))) yield [first, ...others];
  }
}

/** From what happens most to what happens rarely: one after the other, somebody late, parts of one between parts of another. */
function* ways(ops: readonly Op[]): Generator<readonly Op[]> {
  yield* orders(ops);
  if (ops.length <= 1) return;
  yield* orders(ops).flatMap(lateOnes);
  for (const order of between(ops.map(partsOf))) yield* lateOnes(order);
}

function arriving({ crowd }: Schedule): readonly { readonly hours: number; readonly ops: readonly Op[]; readonly calm: boolean }[] {
  const come = people.slice(0, crowd).map((each, at) => ({ who: each, group: at % 2 === 1 }));
  return come.flatMap((each) => (['register', 'press'] as const).map((kind) => ({ hours: 0, ops: [{ kind, ...each }], calm: true })));
}

function agreeing(
  found: string,
  ops: readonly Op[],
  inThisOrder: (order: readonly Op[]) => Model,
): { readonly kind: 'one'; readonly model: Model } | { readonly kind: 'none'; readonly said: readonly string[] } {
  const said = new Set<string>();
  for (const order of ways(ops)) {
    const model = inThisOrder(order);
    const says = modelSays(model);
    if (says === found) return { kind: 'one', model };
    said.add(says);
  }
  return { kind: 'none', said: [...said] };
}

/** Follows a plan in the table and in the model; says where the two part, if they do. */
export async function follows(plan: Schedule, world: World, scheduler: fc.Scheduler | undefined): Promise<string | undefined> {
  const ids = new Map(await Promise.all(people.map(async (name) => [name, await idOf(world.event, name)] as const)));
  const inModel = (each: Op): Op => ('who' in each ? { ...each, who: ids.get(each.who) ?? '' } : each);
  const kept = Math.min(plan.kept, plan.capacity);
  const releaseAt = plan.released === undefined ? undefined : hoursLater(plan.released).toISOString();
  if (kept > 0) {
    const command = { id: undefined, name: 'Speakers', places: kept, releaseAt };
    await saveGroup(world.event.eventId, command, { organiserId: 'org_sample', now: openFrom }, world.event.ports);
  }
  let model: Model = {
    capacity: plan.capacity,
    reserved: kept > 0 ? { places: kept, releaseAt, released: false } : undefined,
    people: new Map(),
  };
  let hours = 0;
  for (const [at, { hours: passed, ops: wished, calm }] of [
    ...arriving(plan),
    ...plan.steps.map((each) => ({ ...each, calm: false })),
  ].entries()) {
    hours += passed;
    // Facts of an event come in their order, or count as late: at most one change of the capacity at once.
    const ops = wished.filter((each, place) => each.kind !== 'capacity' || wished.findIndex(({ kind }) => kind === 'capacity') === place);
    // A key of the line tells the millisecond: no two steps share one.
    const now = new Date(hoursLater(hours).getTime() + at);
    world.holding(scheduler && ops.length > 1 ? (action) => scheduler.schedule(Promise.resolve(action), action) : undefined);
    const all = Promise.all(ops.map((each) => happens(each, world, now)));
    await (scheduler && ops.length > 1 ? scheduler.waitFor(all) : all);
    world.holding(undefined);
    // What one thing freed while another looked is offered by the sweep at the latest.
    if (!calm) await happens({ kind: 'sweep' }, world, now);
    const found = await said(world);
    const swept: readonly Op[] = calm ? [] : [{ kind: 'sweep' }];
    const agreed = agreeing(found, ops, (order) =>
      [...order, ...swept].reduce((before: Model, each) => after(inModel(each), before, now, world.facts), model),
    );
    if (agreed.kind === 'none') return `step ${at}: the table says\n${found}\nand the model\n${agreed.said.join('\nor\n')}`;
    model = agreed.model;
  }
  return undefined;
}
