import type { PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form } from '@convener/ui';
import { type EventOutline, phaseOf } from '../domain/event.ts';
import { words as accessWords } from '../words.en.ts';
import { onTheirWordWords as words } from '../words.on-their-word.en.ts';
import { accessConsole } from './access-frame.tsx';

interface OnTheirWordProps {
  readonly event: EventOutline;
  readonly handle: string;
  readonly now: Date;
}

/** On somebody's page: what they told since, and that they take it back. */
export function OnTheirWord({ event, handle, now }: OnTheirWordProps) {
  const { takeBack } = words;
  return (
    <section aria-labelledby="their-word">
      <h2 id="their-word">{takeBack.title}</h2>
      <p>{takeBack.text}</p>
      <Form hidden={{ action: 'ask-withdraw' }} label={takeBack.title}>
        <Button kind="quiet">{takeBack.button}</Button>
      </Form>
      {phaseOf(event, now) === 'open' && (
        <p>
          <a href={`/organise/events/${event.eventId}/access/record?person=${handle}`}>{words.change}</a>
        </p>
      )}
    </section>
  );
}

/** The second of the two presses. */
export function askDeletePage({
  network,
  event,
  handle,
  name = accessWords.list.nameless,
}: PageSetting & { readonly event: EventOutline; readonly handle: string; readonly name: string | undefined }): string {
  const { takeBack } = words;
  return accessConsole({
    network,
    title: takeBack.title,
    event,
    main: (
      <Form hidden={{ action: 'withdraw' }}>
        <h1>{takeBack.ask(name)}</h1>
        <p>{takeBack.askText}</p>
        <ButtonGroup>
          <Button kind="danger">{takeBack.yes}</Button>
          <ButtonLink href={`/organise/events/${event.eventId}/access/people/${handle}`} kind="quiet">
            {takeBack.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}
