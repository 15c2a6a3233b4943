import type { AskingSettings } from './asking-ports.ts';

/**
 * A new event asks what an earlier one asked: once, and never over what somebody has set for it. What anybody answered stays where it was
 * said.
 */
export async function copyAsking(
  { eventId, fromEventId, copies }: { readonly eventId: string; readonly fromEventId: string; readonly copies: readonly string[] },
  { asking }: { readonly asking: AskingSettings },
): Promise<void> {
  if (!copies.includes('access-kinds')) return;
  const [from, own] = await Promise.all([asking.load(fromEventId), asking.load(eventId)]);
  // Version 1 is saved only where nobody has set anything meanwhile.
  if (from && !own) await asking.save(eventId, { ...from, version: 1 });
}
