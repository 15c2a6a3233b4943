/** Nothing was written. */
export class KeepsMovingError extends Error {
  override name = 'KeepsMovingError';
  constructor() {
    super('It kept changing while it was saved.');
  }
}
