import { consolePage, type PageSetting } from '@convener/http';
import { Table, Tag } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import type { LetterAround } from '../domain/letters-around.ts';
import { lettersWords as words } from '../words.letters.en.ts';
import { mailingWords } from '../words.mailings.en.ts';

export interface LettersView extends PageSetting {
  readonly event: { readonly id: string; readonly title: string; readonly timeZone: string };
  readonly letters: readonly LetterAround[];
}

/** Every letter around an event: when it goes, in whose words, to how many it went. */
export function lettersPage({ network, event, letters }: LettersView): string {
  const { columns } = words.list;
  return consolePage({
    network,
    title: `${words.title}: ${event.title}`,
    section: 'events',
    event: { ...event, tab: 'mailings' },
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Table
          id="letters"
          caption={words.list.caption}
          captionHidden
          columns={[{ heading: columns.letter }, { heading: columns.when }, { heading: columns.words }, { heading: columns.sent }]}
          rows={letters.map((letter) => [
            <a key="letter" href={`/organise/events/${event.id}/letters/${letter.letter}`}>
              {words.names[letter.letter]}
            </a>,
            whenItGoes(letter, event.timeZone),
            letter.own ? <Tag tone="attention">{words.list.own}</Tag> : words.list.standard,
            <Sent key="sent" {...letter} />,
          ])}
          empty={words.list.none}
        />
        <p>{words.list.note}</p>
        <p>
          <a href={`/organise/events/${event.id}/mailings`}>{mailingWords.one.back}</a>
        </p>
      </>
    ),
  });
}

function Sent({ sent, mailingId }: LetterAround) {
  if (sent === 0 && mailingId === undefined) return <>{words.list.none}</>;
  if (mailingId === undefined) return <>{words.list.each(sent)}</>;
  return <a href={`/organise/mailings/${mailingId}`}>{words.list.sentTo(sent)}</a>;
}

/** In a sentence: by what it is set off, or when it goes. */
export function whenItGoes({ letter, timing, standing }: LetterAround, timeZone: string): string {
  if (!timing || !standing) return letter in words.triggers ? words.triggers[letter as keyof typeof words.triggers] : '';
  const rule = letter === 'thanks' ? words.timing.after(timing.amount, timing.unit) : words.timing.before(timing.amount, timing.unit);
  switch (standing.kind) {
    case 'off':
      return words.timing.off;
    case 'coming':
      return `${rule}. ${words.timing.coming(moment(standing.at.toISOString(), timeZone))}`;
    case 'due':
      return words.timing.due;
    case 'missed':
      return `${rule}. ${words.timing.missed}`;
    case 'gone':
      return rule;
    case 'with-joining':
      return words.timing.withJoining;
  }
}
