/** Why the local cloud cannot start, in one sentence for the person at the keyboard. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
