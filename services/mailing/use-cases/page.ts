/** A part of a longer list; the cursor leads to the next. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor: string | undefined;
}
