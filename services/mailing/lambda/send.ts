import { sendDependencies } from '../dependencies.ts';
import { type RunEnd, sendRun } from '../use-cases/send-run.ts';

let dependencies: ReturnType<typeof sendDependencies> | undefined;

/** Sends letters: the one holder of the lease, at the account's own rate. What woke it does not matter; it looks for what is due. */
export const handler = async (): Promise<{ readonly end: RunEnd; readonly batchItemFailures: readonly [] }> => {
  dependencies ??= sendDependencies();
  return { end: await sendRun(dependencies), batchItemFailures: [] };
};
