import { registrationMovedV1 } from '@convener/contracts/domain-events';
import type { Change } from './change.ts';
import type { Registration } from './registration.ts';

export type MoveDecision =
  | { readonly kind: 'move'; readonly change: Change; readonly to: number }
  /** They stand there already. */
  | { readonly kind: 'same'; readonly to: number }
  | { readonly kind: 'not-waiting' }
  /** Keys have a longest length; so often nobody is moved in earnest. */
  | { readonly kind: 'too-often' };

/** DynamoDB takes sort keys of 1,024 bytes; the rest is for prefix and mark. */
const longestKey = 900;

/**
 * An organiser moves somebody to a position in the line, from 1. `line` is every key in its order. Their new key sorts between their new
 * neighbours and begins with the key before it, so that it shows that they were moved, and behind whom.
 */
export function decideMove(
  registration: Registration,
  line: readonly string[],
  wish: { readonly to: number; readonly reason: string; readonly by: string },
  now: Date,
): MoveDecision {
  const { state, registrationId, eventId, group, moves = [] } = registration;
  if (state.kind !== 'waitlisted') return { kind: 'not-waiting' };
  const from = line.indexOf(state.waitingKey) + 1;
  if (from === 0) return { kind: 'not-waiting' };
  const to = Math.min(Math.max(1, wish.to), line.length);
  if (to === from) return { kind: 'same', to };
  const others = line.filter((key) => key !== state.waitingKey);
  const waitingKey = keyBetween(others[to - 2] ?? '', others[to - 1], now);
  if (waitingKey.length > longestKey) return { kind: 'too-often' };
  const at = now.toISOString();
  const joinedAt = state.joinedAt ?? state.waitingKey.split('#')[0] ?? at;
  return {
    kind: 'move',
    to,
    change: {
      next: {
        ...registration,
        state: { kind: 'waitlisted', waitingKey, joinedAt },
        moves: [...moves, { at, by: wish.by, from, to, reason: wish.reason }],
      },
      places: { kind: 'move-in-line', from: state.waitingKey, to: waitingKey, group },
      announces: { contract: registrationMovedV1, data: { registrationId, eventId } },
    },
  };
}

const latest = 9_999_999_999_999;
const digits = 13;

/** Behind `before` and before `after`. Who is moved later stands nearer to `before`, so the number falls as time goes on. */
export function keyBetween(before: string, after: string | undefined, now: Date): string {
  const prefix = `${before}!`;
  const theirs = after?.startsWith(prefix) ? Number.parseInt(after.slice(prefix.length, prefix.length + digits), 10) : latest + 1;
  const number = Math.min(latest - now.getTime(), theirs - 1);
  return `${prefix}${String(number).padStart(digits, '0')}`;
}
