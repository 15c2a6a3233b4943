import type { Actor } from '@convener/contracts';
import { decideMove, type MailingCommand } from '../domain/mailing.ts';
import type { LettersPorts } from './ports.ts';

export type Moved = { readonly kind: 'moved' } | { readonly kind: 'impossible' } | { readonly kind: 'not-found' };

/** Starts, pauses, resumes or discards a mailing. The sender may be counting in it at the same moment, so it is tried again. */
export async function moveMailing(
  command: { readonly mailingId: string; readonly command: MailingCommand; readonly actor: Actor; readonly now: Date },
  { mailings }: Pick<LettersPorts, 'mailings'>,
): Promise<Moved> {
  for (;;) {
    const loaded = await mailings.find(command.mailingId);
    if (!loaded) return { kind: 'not-found' };
    const move = decideMove(loaded.mailing, command.command, command.now);
    if (move.kind === 'impossible') return move;
    if (move.kind === 'stays') return { kind: 'moved' };
    const { next, announces } = move;
    if ((await mailings.save({ loaded, next, announces, actor: command.actor, now: command.now })) === 'saved') return { kind: 'moved' };
  }
}
