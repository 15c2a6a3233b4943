import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form } from '@convener/ui';
import { type Event, type Phase, phaseOf } from '../domain/event.ts';
import type { Registration } from '../domain/registration.ts';
import { organiseWords } from '../words.organise.en.ts';

const own = organiseWords.cancel;

/** Asks before somebody's registration is cancelled. */
export function cancelOnePage({
  network,
  event,
  registration,
  now,
}: PageSetting & { readonly event: Event; readonly registration: Registration; readonly now: Date }): string {
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
        <p>{whatFollows(registration, phaseOf(outline, now))}</p>
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

/** After the start nobody is called up, so no place goes on to anybody. */
function whatFollows({ state }: Registration, phase: Phase): string {
  const waits = state.kind === 'waitlisted';
  if (phase === 'ahead') return waits ? own.textWaiting : own.text;
  if (waits) return own.waitingEnded;
  return phase === 'over' ? own.over : own.begun;
}
