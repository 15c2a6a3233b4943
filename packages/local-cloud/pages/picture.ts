import type { Envelope } from '../identity-and-mail/mail/mailbox.ts';
import type { Happening } from '../part.ts';
import type { PageSources, QueueDepth } from './sources.ts';
import type { FunctionTally, Tally } from './tally.ts';
import { type Consumer, type Emitter, readWiring, serviceOf, shortName } from './wiring.ts';

/** All that the page of what runs shows, and `/_local/state.json` tells. */
export interface Picture {
  readonly at: string;
  readonly totals: {
    readonly functions: number;
    readonly invocations: number;
    readonly domainEvents: number;
    readonly mails: number;
    readonly setAside: number;
  };
  readonly busNames: readonly string[];
  readonly emitters: readonly (Emitter & { readonly emitted: number; readonly live: boolean })[];
  readonly consumers: readonly ConsumerPicture[];
  readonly functions: readonly ({
    readonly service: string;
    readonly name: string;
    readonly shortName: string;
    readonly wokenBy: string;
  } & FunctionTally)[];
  readonly domainEvents: readonly (Extract<Happening, { kind: 'domain-event' }> & EventReach)[];
  readonly queues: readonly QueuePicture[];
  readonly tables: readonly {
    readonly name: string;
    readonly shortName: string;
    readonly items: number | undefined;
    readonly stream: boolean;
    readonly ownKey: boolean;
  }[];
  readonly mails: readonly Envelope[];
  readonly schedules: readonly { readonly name: string; readonly expression: string; readonly target: string }[];
  readonly denied: readonly { readonly caller: string; readonly service: string; readonly action: string }[];
  readonly logs: readonly Extract<Happening, { kind: 'log' }>[];
  readonly inert: readonly { readonly type: string; readonly count: number }[];
}

export interface EventReach {
  /** The consumers that it went to. */
  readonly reached: readonly string[];
  /** The rules that matched, by their short names. */
  readonly rules: readonly string[];
}

export interface ConsumerPicture extends Consumer {
  readonly heard: number;
  readonly waiting: number | undefined;
  readonly setAside: number | undefined;
  /** News passed within the last minute. */
  readonly live: boolean;
}

export interface QueuePicture {
  readonly name: string;
  readonly shortName: string;
  readonly depth: QueueDepth | undefined;
  /** What this queue is for: a consumer's own, or a last stop. */
  readonly role: 'work' | 'last stop';
  /** Set where messages can be moved back. */
  readonly redrivable: boolean;
}

export async function takePicture(sources: PageSources, tally: Tally): Promise<Picture> {
  const { stack, journal, mailbox } = sources;
  const now = sources.clock.now();
  const [depths, counts] = await Promise.all([orEmpty(sources.queueDepths()), orEmpty(sources.tableCounts())]);
  const wiring = readWiring(stack);
  const live = (at: string | undefined): boolean => at !== undefined && now.getTime() - Date.parse(at) < 60_000;
  const consumers = wiring.consumers.map((consumer) => consumerPicture(consumer, depths, tally, live));
  const queues = queuesOf(sources, depths);

  return {
    at: now.toISOString(),
    totals: {
      functions: stack.functions.length,
      invocations: tally.invocations,
      domainEvents: tally.domainEvents,
      mails: mailbox.count(),
      setAside: queues.filter(({ role }) => role === 'last stop').reduce((sum, { depth }) => sum + (depth?.visible ?? 0), 0),
    },
    busNames: wiring.busNames,
    emitters: wiring.emitters.map((emitter) => {
      const { count, lastAt } = tally.ofSource(emitter.source);
      return { ...emitter, emitted: count, live: live(lastAt) };
    }),
    consumers,
    functions: functionsOf(sources, tally),
    domainEvents: recent(sources, 'domain-event', 40).map((event) => ({
      ...event,
      reached: [
        ...new Set(
          wiring.consumers.filter(({ rules }) => rules.some(({ name }) => event.matchedRules.includes(name))).map(({ name }) => name),
        ),
      ],
      rules: event.matchedRules.map((name) => shortName(stack, name)),
    })),
    queues,
    tables: stack.tables.map(({ name, streamArn, kmsKeyArn }) => ({
      name,
      shortName: shortName(stack, name),
      items: counts.get(name),
      stream: streamArn !== undefined,
      ownKey: kmsKeyArn !== undefined,
    })),
    mails: mailbox.list({ limit: 5 }),
    schedules: stack.schedules.map(({ name, expression, targetArn }) => ({
      name: shortName(stack, name),
      expression,
      target: shortName(stack, stack.functions.find(({ arn }) => arn === targetArn)?.name ?? targetArn),
    })),
    denied: journal.callsMade().filter(({ outcome }) => outcome === 'denied'),
    logs: recent(sources, 'log', 40),
    inert: [...Map.groupBy(stack.inert, ({ type }) => type)]
      .map(([type, all]) => ({ type, count: all.length }))
      .sort((a, b) => a.type.localeCompare(b.type)),
  };
}

function recent<K extends Happening['kind']>({ journal }: PageSources, kind: K, limit: number): Extract<Happening, { kind: K }>[] {
  const isOf = (happening: Happening): happening is Extract<Happening, { kind: K }> => happening.kind === kind;
  return journal.recent(kind, limit).filter(isOf);
}

function functionsOf({ stack }: PageSources, tally: Tally): Picture['functions'] {
  return stack.functions
    .map((one) => {
      const counted = tally.ofFunction(one.name);
      const wokenBy = shortName(stack, counted.last?.trigger ?? '–');
      return { service: serviceOf(one), name: one.name, shortName: shortName(stack, one.name), wokenBy, ...counted };
    })
    .sort((a, b) => a.shortName.localeCompare(b.shortName));
}

/** A part that cannot answer right now leaves gaps on the page, not an error instead of it. */
async function orEmpty<T>(asked: Promise<ReadonlyMap<string, T>>): Promise<ReadonlyMap<string, T>> {
  try {
    return await asked;
  } catch {
    return new Map();
  }
}

function consumerPicture(
  consumer: Consumer,
  depths: ReadonlyMap<string, QueueDepth>,
  tally: Tally,
  live: (at: string | undefined) => boolean,
): ConsumerPicture {
  const tallies = consumer.rules.map(({ name }) => tally.ofRule(name));
  const waiting = depths.get(consumer.queueName ?? '');
  return {
    ...consumer,
    heard: tallies.reduce((sum, { count }) => sum + count, 0),
    waiting: waiting && waiting.visible + waiting.inFlight,
    setAside: depths.get(consumer.deadLetterQueueName ?? '')?.visible,
    live: tallies.some(({ lastAt }) => live(lastAt)),
  };
}

function queuesOf({ stack }: PageSources, depths: ReadonlyMap<string, QueueDepth>): QueuePicture[] {
  const deadLetters = new Set(stack.queues.flatMap(({ deadLetter }) => (deadLetter === undefined ? [] : [deadLetter.arn])));
  const worked = new Set(stack.mappings.map(({ sourceArn }) => sourceArn));
  return stack.queues.map(({ name, arn }) => ({
    name,
    shortName: shortName(stack, name),
    depth: depths.get(name),
    role: worked.has(arn) ? 'work' : 'last stop',
    redrivable: deadLetters.has(arn),
  }));
}
