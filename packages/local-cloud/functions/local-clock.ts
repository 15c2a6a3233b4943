let offset = 0;
let installed = false;

/**
 * Moves this thread's `Date` by a number of milliseconds, so that the very bundle that is deployed follows a clock that tests
 * own. Timers and `performance` keep real time, and so does everything until a first offset that is not nought.
 */
export function moveClock(milliseconds: number): void {
  offset = milliseconds;
  if (installed || offset === 0) return;
  installed = true;
  globalThis.Date = shifted(globalThis.Date);
}

function shifted(RealDate: DateConstructor): DateConstructor {
  const now = () => RealDate.now() + offset;
  return new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}
