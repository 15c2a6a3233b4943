import type { Happening, Journal } from './part.ts';

/** How many happenings of a kind are kept: enough for the status page and the tests, and no more memory than that. */
const kept = 500;

/** Keeps what happens in memory; nothing of it survives the process. */
export function startJournal(): Journal {
  const byKind = new Map<Happening['kind'], Happening[]>();
  const calls = new Map<string, { caller: string; service: string; action: string; outcome: string }>();
  const listeners = new Set<(happening: Happening) => void>();
  return {
    tell(happening) {
      const known = byKind.get(happening.kind) ?? [];
      byKind.set(happening.kind, known);
      known.push(happening);
      if (known.length > kept * 2) known.splice(0, known.length - kept);
      if (happening.kind === 'call') {
        const { caller, service, action, outcome } = happening;
        calls.set(`${caller} ${service} ${action} ${outcome}`, { caller, service, action, outcome });
      }
      for (const listener of listeners) listener(happening);
    },
    recent: (kind, limit) => (byKind.get(kind) ?? []).slice(-Math.min(limit, kept)).reverse(),
    callsMade: () => [...calls.values()],
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
