import type { MemorySweep } from './asking-ports.ts';

/** What somebody asked to be remembered goes on the day that they chose, whether or not the table's own expiry ever runs. */
export async function deleteMemories(now: Date, { memories }: { readonly memories: MemorySweep }): Promise<number> {
  await memories.deleteOver(now);
  // How many there were is nobody's to know: this number is logged.
  return 0;
}
