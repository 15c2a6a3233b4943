import { errorFacts, log } from '@convener/observability';

/** A due piece of work: finds by key what is due at `now`, does it idempotently, says how many. */
export type Sweep<Dependencies> = (now: Date, dependencies: Dependencies) => Promise<number>;

/** The sweeper of a service: every sweep is tried, whatever the one before it did; a failure rings once all were tried. */
export function sweepFunction<Dependencies>(options: {
  readonly sweeps: Readonly<Record<string, Sweep<Dependencies>>>;
  readonly dependencies: () => Dependencies;
  readonly clock?: () => Date;
}) {
  const clock = options.clock ?? (() => new Date());
  let dependencies: Dependencies | undefined;
  return async (): Promise<Readonly<Record<string, number>>> => {
    dependencies ??= options.dependencies();
    const counts = new Map<string, number>();
    const failures: unknown[] = [];
    for (const [name, sweep] of Object.entries(options.sweeps)) {
      try {
        counts.set(name, await sweep(clock(), dependencies));
        log('info', 'sweep.done', { name, count: counts.get(name) ?? 0 });
      } catch (error) {
        log('error', 'sweep.failed', { name, ...errorFacts(error) });
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'A sweep failed; the next run tries it again.');
    return Object.fromEntries(counts);
  };
}
