import { decideMove } from '../domain/decide-move.ts';
import { ContendedError, mostTries } from './change-registration.ts';
import type { RegistrationPorts } from './ports.ts';

export type MoveOutcome = { readonly kind: 'moved' | 'same'; readonly to: number } | { readonly kind: 'not-waiting' | 'too-often' };

/** An organiser moves somebody in the line and says why. */
export async function moveInLine(
  registrationId: string,
  wish: { readonly to: number; readonly reason: string; readonly by: string },
  now: Date,
  ports: RegistrationPorts,
): Promise<MoveOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const loaded = await ports.registrations.load(registrationId);
    if (loaded.stored.kind !== 'held') return { kind: 'not-waiting' };
    const { registration } = loaded.stored;
    const line = (await ports.line.all(registration.eventId)).map(({ waitingKey }) => waitingKey);
    const decided = decideMove(registration, line, wish, now);
    if (decided.kind !== 'move') return decided;
    const saved = await ports.registrations.save(loaded, decided.change, { now, actor: { kind: 'organiser', id: wish.by } });
    if (saved.kind === 'saved') return { kind: 'moved', to: decided.to };
  }
  throw new ContendedError();
}
