import * as z from 'zod/mini';
import type { InvocationResult } from '../part.ts';

/** What a function made of a batch. `failed` items are to be tried again. */
export type BatchOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'partly'; readonly failedIds: ReadonlySet<string> }
  | { readonly kind: 'failed'; readonly errorType: string; readonly message: string };

const response = z.object({ batchItemFailures: z.optional(z.nullable(z.array(z.object({ itemIdentifier: z.unknown() })))) });

/**
 * Reads a function's answer as Lambda's event source mapping does: without ReportBatchItemFailures any answer is success; with it,
 * an id that is empty or not of the batch makes the whole batch a failure.
 */
export function batchOutcome(result: InvocationResult, reportsItems: boolean, ids: readonly string[]): BatchOutcome {
  if (result.kind === 'failed') return { kind: 'failed', errorType: result.errorType, message: result.message };
  if (!reportsItems || typeof result.payload !== 'object' || result.payload === null) return { kind: 'done' };
  const read = response.safeParse(result.payload);
  if (!read.success) return { kind: 'failed', errorType: 'InvalidResponse', message: 'batchItemFailures is not a list of items.' };
  const failures = read.data.batchItemFailures ?? [];
  if (failures.length === 0) return { kind: 'done' };
  const failedIds = new Set<string>();
  for (const { itemIdentifier } of failures) {
    if (typeof itemIdentifier !== 'string' || !ids.includes(itemIdentifier)) {
      return { kind: 'failed', errorType: 'InvalidResponse', message: 'batchItemFailures names an item that is not in the batch.' };
    }
    failedIds.add(itemIdentifier);
  }
  return { kind: 'partly', failedIds };
}
