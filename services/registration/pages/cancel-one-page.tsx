import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form } from '@convener/ui';
import type { Event } from '../domain/event.ts';
import type { Registration } from '../domain/registration.ts';
import { organiseWords } from '../words.organise.en.ts';

const own = organiseWords.cancel;

/** Asks before somebody's registration is cancelled. */
export function cancelOnePage({
  network,
  event,
  registration,
}: PageSetting & { readonly event: Event; readonly registration: Registration }): string {
  const { outline } = event;
  const one = `/organise/events/${outline.eventId}/registrations/${registration.registrationId}`;
  return consolePage({
    network,
    title: own.title(registration.details.name),
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    main: (
      <Form action={`${one}/cancel`}>
        <h1>{own.title(registration.details.name)}</h1>
        <p>{registration.state.kind === 'waitlisted' ? own.textWaiting : own.text}</p>
        <ButtonGroup>
          <Button kind="danger">{own.submit}</Button>
          <ButtonLink href={one} kind="quiet">
            {own.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}
