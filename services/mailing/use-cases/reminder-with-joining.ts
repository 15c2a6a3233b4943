import { goesWithJoining } from '../domain/last-reminder.ts';
import { type LetterPlan, timingIn } from '../domain/letter-plan.ts';
import type { LetterText } from '../domain/letter-texts.ts';
import { aroundMailingId } from './letter-id.ts';
import type { MailingStore } from './mailing-ports.ts';
import type { EventLook, FactStore } from './ports.ts';

/** The last reminder, where the letter about joining says it too: in an organiser's words, or in ours. */
export interface ReminderInside {
  readonly text: LetterText | undefined;
}

/**
 * Whether the letter about joining says the last reminder too. It follows from what is stored, so that the sweep, which then sends none, and
 * the sender agree, in whatever order they heard of things.
 */
export async function reminderWithJoining(
  event: EventLook,
  plan: LetterPlan | undefined,
  { facts, mailings }: { readonly facts: Pick<FactStore, 'joining'>; readonly mailings: Pick<MailingStore, 'find'> },
): Promise<ReminderInside | undefined> {
  const [news, gone] = await Promise.all([facts.joining(event.id), mailings.find(aroundMailingId('last-reminder', event.id))]);
  const inside = !gone && goesWithJoining(timingIn(plan, 'last-reminder'), event, news);
  return inside ? { text: plan?.texts['last-reminder'] } : undefined;
}
