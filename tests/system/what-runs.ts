/** A test's environment does not share modules with the tests; both share the process, and so this place in it. */
const place = Symbol.for('convener.what-runs');
type Stop = () => Promise<unknown>;

export function stopAtTheEnd(stop: Stop): void {
  Reflect.set(globalThis, place, [...whatRuns(), stop]);
}

/** What was started last stops first. */
export async function stopWhatRuns(): Promise<void> {
  const stops = whatRuns();
  Reflect.deleteProperty(globalThis, place);
  for (const stop of stops.toReversed()) await stop();
}

function whatRuns(): readonly Stop[] {
  const held: unknown = Reflect.get(globalThis, place);
  return Array.isArray(held) ? held : [];
}
