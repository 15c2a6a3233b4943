/** The clock port as use cases take it. */
export interface Clock {
  now(): Date;
}

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  /** Moves time forward by milliseconds. Throws on a negative step: time never runs back under a use case. */
  advance(milliseconds: number): void;
  /** Puts the clock at an instant, earlier or later. */
  set(iso: string): void;
}

/** A clock that stands at `iso`, for example `2026-03-01T09:00:00Z`. */
export function clockAt(iso: string): TestClock {
  let instant = instantOf(iso);
  return {
    now: () => new Date(instant),
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new Error(`A clock cannot advance by ${milliseconds} ms.`);
      instant += milliseconds;
    },
    set(next) {
      instant = instantOf(next);
    },
  };
}

function instantOf(iso: string): number {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) throw new Error(`${iso} is not an instant.`);
  return instant;
}
