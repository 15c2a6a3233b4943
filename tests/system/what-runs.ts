/** A test's environment does not share modules with the tests; both share the process, and so this place in it. */
const place = Symbol.for('convener.what-runs');
const shared: { [place]?: () => Promise<void> } = globalThis;

export function stopAtTheEnd(stop: () => Promise<void>): void {
  shared[place] = stop;
}

export async function stopWhatRuns(): Promise<void> {
  const stop = shared[place];
  delete shared[place];
  await stop?.();
}
