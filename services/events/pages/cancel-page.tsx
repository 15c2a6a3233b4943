import { Button, ButtonGroup, Form } from '@convener/ui';
import { whenItIs } from '@convener/writing/dates';
import { words } from '../words.en.ts';
import { type PartView, partPage } from './part-page.tsx';

/** Says what will happen, and to whom, before everybody is written to. */
export function cancelPage(view: PartView): string {
  const { id, details, timeZone } = view.event;
  const { cancel } = words;
  return partPage(
    view,
    cancel.ask,
    [],
    <>
      <p>
        <strong>{details.title}</strong>, {whenItIs(details.startsAt, details.endsAt, timeZone)}
      </p>
      <h2>{cancel.effectsTitle}</h2>
      <ul>
        {cancel.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <p>{cancel.instead}</p>
      <Form action={`/organise/events/${id}/cancel`}>
        <ButtonGroup>
          <Button kind="danger">{cancel.yes}</Button>
          <a href={`/organise/events/${id}`}>{cancel.no}</a>
        </ButtonGroup>
      </Form>
    </>,
  );
}
