import type { Functions, InvocationResult } from '../part.ts';

/** An invocation that never throws: what breaks around the function counts as its failure, and is tried again like one. */
export async function invoked(functions: Functions, functionName: string, payload: unknown): Promise<InvocationResult> {
  try {
    return await functions.invoke(functionName, payload);
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    return { kind: 'failed', errorType: 'Unhandled', message, milliseconds: 0 };
  }
}
