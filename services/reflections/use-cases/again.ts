/** Somebody else kept writing the same thing through every try; nothing was written. */
export class ContendedError extends Error {
  override name = 'ContendedError';
  constructor() {
    super('Too many people are changing this at once.');
  }
}

const mostTries = 12;

/** Loads, decides and stores once more where somebody else was quicker: `undefined` asks for another round. */
export async function untilSettled<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const outcome = await attempt();
    if (outcome !== undefined) return outcome;
  }
  throw new ContendedError();
}

/** A few at once: quick, without flooding the table. */
export async function inBatches<T, R>(list: readonly T[], work: (each: T) => Promise<R>, atOnce = 8): Promise<readonly R[]> {
  const results: R[] = [];
  for (let from = 0; from < list.length; from += atOnce) {
    results.push(...(await Promise.all(list.slice(from, from + atOnce).map(work))));
  }
  return results;
}
