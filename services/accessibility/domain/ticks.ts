/** Ticks on a page: what it showed as ticked, what is ticked in what was sent, and what is so by now. */
export interface Ticks {
  readonly sent: readonly string[];
  /** Undefined where no page was looked at: then what is sent is meant as the whole. */
  readonly shown: readonly string[] | undefined;
  readonly now: readonly string[];
}

/** What is so now with what was ticked and unticked on the page: nothing that anybody else did is undone. */
export function together({ sent, shown, now }: Ticks): readonly string[] {
  if (!shown) return sent;
  const ticked = sent.filter((each) => !shown.includes(each));
  const unticked = shown.filter((each) => !sent.includes(each));
  return [...new Set([...now, ...ticked])].filter((each) => !unticked.includes(each));
}

/** Somebody else has changed it since the page was opened, to something else than what was sent. */
export function changedMeanwhile({ sent, shown, now }: Ticks): boolean {
  return shown !== undefined && !sameIds(shown, now) && !sameIds(sent, now);
}

export function sameIds(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}
