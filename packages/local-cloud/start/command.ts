import { StartProblem } from './problem.ts';

/** Runs a command and ends the process: what goes wrong for a known reason is one sentence, and anything else shows where. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const known = error instanceof StartProblem || (error instanceof TypeError && 'code' in error);
    process.stderr.write(`${error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : error}\n`);
    process.exitCode = 1;
  }
}
