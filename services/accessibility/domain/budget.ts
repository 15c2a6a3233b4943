/** How much access may cost for one event. */
export interface Budget {
  /** Undefined where there is none. */
  readonly pence: number | undefined;
  /** 0 while nobody has set one. */
  readonly version: number;
}
