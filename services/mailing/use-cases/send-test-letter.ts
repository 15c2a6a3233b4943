import type { Actor } from '@convener/contracts';
import { type EditableLetter, templateOf } from '../domain/letter-texts.ts';
import { mailingKinds } from '../domain/mailing.ts';
import type { LettersPorts } from './ports.ts';

/** One letter of a mailing to an address that an organiser gives, as its readers would get it. It counts for nothing. */
export async function sendTestLetter(
  command: { readonly mailingId: string; readonly address: string; readonly actor: Actor; readonly now: Date },
  { mailings, letters, testers, ids }: Pick<LettersPorts, 'mailings' | 'letters' | 'testers' | 'ids'>,
): Promise<{ readonly kind: 'queued' } | { readonly kind: 'not-found' }> {
  const loaded = await mailings.find(command.mailingId);
  if (!loaded) return { kind: 'not-found' };
  const { mailing } = loaded;
  await letters.test({
    id: ids.make('let'),
    template: mailingKinds[mailing.kind].template,
    recipient: { kind: 'tester', id: await testers.keep(command.address, command.now) },
    eventId: mailing.eventId,
    mailingId: mailing.id,
    actor: command.actor,
    now: command.now,
  });
  return { kind: 'queued' };
}

/** A letter around an event, as its words stand, to an address that an organiser gives. It counts for nothing and enters nobody's calendar. */
export async function sendTestOfLetter(
  command: {
    readonly eventId: string;
    readonly letter: EditableLetter;
    readonly address: string;
    readonly actor: Actor;
    readonly now: Date;
  },
  { letters, testers, ids }: Pick<LettersPorts, 'letters' | 'testers' | 'ids'>,
): Promise<void> {
  await letters.test({
    id: ids.make('let'),
    template: templateOf[command.letter],
    recipient: { kind: 'tester', id: await testers.keep(command.address, command.now) },
    eventId: command.eventId,
    actor: command.actor,
    now: command.now,
  });
}
