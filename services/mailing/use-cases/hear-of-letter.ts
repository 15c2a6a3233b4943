import { judge } from '../domain/breaker.ts';
import { readTold } from '../domain/letter.ts';
import { decidePause } from '../domain/mailing.ts';
import type { ReactPorts } from './ports.ts';

/** What SES tells of a letter: ids and kinds alone. */
export interface MailNews {
  readonly type: string;
  readonly messageId: string;
  readonly letterId: string;
  readonly bounceKind: string;
  readonly at: string;
}

/** News of a letter settles it, suppresses an address that must not be written to again, and may stop a whole mailing. */
export async function hearOfLetter(news: MailNews, ports: ReactPorts): Promise<void> {
  const reading = readTold(news.type, news.bounceKind);
  if (!reading || news.letterId === '') return;
  const letter = await ports.letters.find(news.letterId);
  // Other functions send by the same configuration set; their letters are not in these books.
  if (!letter) return;
  // First what protects people: a second telling of this news does the rest if this one breaks off here.
  if (reading.suppress && letter.addressKey !== undefined) {
    await ports.suppression.suppress(letter.addressKey, reading.suppress, news.at);
  }
  await ports.letters.told(news.letterId, reading.told, news.messageId, news.at);
  const bad = reading.told === 'bounced' || reading.told === 'complained';
  if (bad && letter.mailingId !== undefined) await breakIfTooBad(letter.mailingId, new Date(news.at), ports);
}

async function breakIfTooBad(mailingId: string, now: Date, { letters, mailings }: ReactPorts): Promise<void> {
  const verdict = judge(await letters.countsOf(mailingId));
  if (verdict.kind === 'fine') return;
  const loaded = await mailings.find(mailingId);
  if (!loaded) return;
  const move = decidePause(loaded.mailing, verdict.reason);
  if (move.kind !== 'moves') return;
  const saved = await mailings.save({ loaded, next: move.next, announces: move.announces, actor: { kind: 'system' }, now });
  if (saved === 'changed-meanwhile') throw new MailingBusy();
}

/** Somebody changed the mailing at the same moment; the news comes again. */
export class MailingBusy extends Error {
  override name = 'MailingBusy';
}
