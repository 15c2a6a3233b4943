/** What differs between copies of the system in one account. Everything else is the same, so that a stage proves the next one. */
export interface Stage {
  readonly name: string;
  readonly logRetentionDays: 7 | 30;
  readonly terminationProtection: boolean;
  /** Requests a second over the whole API, with twice as many for a moment. */
  readonly requestsPerSecond: number;
}

/** Throws where the name would not fit the names of functions and tables. */
export function stageCalled(name: string): Stage {
  if (!/^[a-z][a-z0-9]{1,11}$/.test(name)) throw new Error(`"${name}" is not a stage: 2 to 12 small letters and digits, a letter first.`);
  const production = name === 'prod';
  return {
    name,
    logRetentionDays: production ? 30 : 7,
    terminationProtection: production,
    requestsPerSecond: production ? 200 : 50,
  };
}
