import { viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Table, TextArea, TextInput } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import type { Registration } from '../domain/registration.ts';
import { placesWords } from '../words.places.en.ts';
import { moveForm } from './places-forms.ts';

const words = placesWords.move;

export interface MoveView extends PageSetting {
  readonly event: Event;
  readonly registration: Registration;
  readonly position: number;
  readonly waiting: number;
  readonly state?: Parameters<typeof viewForm>[1];
}

/** Where somebody stands in the line, and the form that moves them. */
export function movePage({ network, event, registration, position, waiting, state = {} }: MoveView): string {
  const { errors, field } = viewForm(moveForm, state);
  const { outline } = event;
  const places = `/organise/events/${outline.eventId}/places`;
  return consolePage({
    network,
    title: words.title,
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    errors,
    main: (
      <>
        <p>
          <a href={places}>{placesWords.title}</a>
        </p>
        <h1>{registration.details.name}</h1>
        <p class="lead">{words.stands(position, waiting)}</p>
        <Form action={`/organise/events/${outline.eventId}/registrations/${registration.registrationId}/move`}>
          <TextInput {...field('to')} label={words.to} hint={words.toHint(waiting)} inputMode="numeric" width={5} />
          <TextArea {...field('reason')} label={words.reason} hint={words.reasonHint} />
          <ButtonGroup>
            <Button>{words.submit}</Button>
            <ButtonLink href={places} kind="quiet">
              {words.cancel}
            </ButtonLink>
          </ButtonGroup>
        </Form>
        <Moves registration={registration} timeZone={outline.timeZone} />
      </>
    ),
  });
}

function Moves({ registration, timeZone }: { readonly registration: Registration; readonly timeZone: string }) {
  const { moves = [] } = registration;
  if (moves.length === 0) return null;
  const [when, from, to, why] = words.movesColumns;
  return (
    <Table
      id="moves"
      caption={words.moves}
      columns={[{ heading: when }, { heading: from, numeric: true }, { heading: to, numeric: true }, { heading: why }]}
      rows={moves.map((move) => [moment(move.at, timeZone), move.from, move.to, move.reason])}
    />
  );
}
