import type { Happening, Journal } from '../part.ts';

export interface FunctionTally {
  readonly runs: number;
  readonly cold: number;
  readonly failed: number;
  readonly last: Extract<Happening, { kind: 'invocation' }> | undefined;
}

export interface EmitterTally {
  readonly count: number;
  readonly lastAt: string | undefined;
}

/** Counts since the start, which the journal itself does not keep. */
export interface Tally {
  ofFunction(name: string): FunctionTally;
  /** By the domain event's source: `convener.registration`, `aws.ses`. */
  ofSource(source: string): EmitterTally;
  ofRule(name: string): EmitterTally;
  readonly invocations: number;
  readonly domainEvents: number;
  stop(): void;
}

const noRuns: FunctionTally = { runs: 0, cold: 0, failed: 0, last: undefined };
const nothing: EmitterTally = { count: 0, lastAt: undefined };

export function startTally(journal: Journal): Tally {
  const functions = new Map<string, FunctionTally>();
  const sources = new Map<string, EmitterTally>();
  const rules = new Map<string, EmitterTally>();
  const totals = { invocations: 0, domainEvents: 0 };

  function again(tallies: Map<string, EmitterTally>, key: string, at: string): void {
    tallies.set(key, { count: (tallies.get(key)?.count ?? 0) + 1, lastAt: at });
  }

  function count(happening: Happening): void {
    if (happening.kind === 'invocation') {
      const before = functions.get(happening.functionName) ?? noRuns;
      functions.set(happening.functionName, {
        runs: before.runs + 1,
        cold: before.cold + (happening.cold ? 1 : 0),
        failed: before.failed + (happening.outcome === 'failed' ? 1 : 0),
        last: happening,
      });
      totals.invocations += 1;
    }
    if (happening.kind === 'domain-event') {
      again(sources, happening.source, happening.at);
      for (const rule of happening.matchedRules) again(rules, rule, happening.at);
      totals.domainEvents += 1;
    }
  }

  for (const kind of ['invocation', 'domain-event'] as const) for (const old of journal.recent(kind, 1000).toReversed()) count(old);
  const stop = journal.subscribe(count);
  return {
    ofFunction: (name) => functions.get(name) ?? noRuns,
    ofSource: (source) => sources.get(source) ?? nothing,
    ofRule: (name) => rules.get(name) ?? nothing,
    get invocations() {
      return totals.invocations;
    },
    get domainEvents() {
      return totals.domainEvents;
    },
    stop,
  };
}
