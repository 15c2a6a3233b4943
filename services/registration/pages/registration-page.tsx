import type { PageSetting } from '@convener/http';
import { consolePage } from '@convener/http';
import { Button, ButtonGroup, Form, Notice, SummaryList, Tag } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import type { Registration } from '../domain/registration.ts';
import { words } from '../words.en.ts';
import { statusTones } from './registrations-page.tsx';

export type RegistrationDone = keyof typeof words.one.done;

export interface RegistrationView extends PageSetting {
  readonly event: Event;
  readonly registration: Registration;
  readonly mayChange: boolean;
  /** Said once, after something was done. */
  readonly done: RegistrationDone | undefined;
}

/** One registration for organisers, with what they can do about it. */
export function registrationPage({ network, event, registration, mayChange, done }: RegistrationView): string {
  const { details, state, email } = registration;
  const { outline } = event;
  const list = `/organise/events/${outline.eventId}/registrations`;
  const base = `${list}/${registration.registrationId}`;
  const { keys, notGiven } = words.place;
  return consolePage({
    network,
    title: words.one.title,
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    main: (
      <>
        {done && <Notice kind="success">{words.one.done[done]}</Notice>}
        <p>
          <a href={list}>{words.one.back}</a>
        </p>
        <h1>{details.name}</h1>
        <SummaryList
          rows={[
            { key: words.one.status, value: <Tag tone={statusTones[state.kind]}>{words.list.statuses[state.kind]}</Tag> },
            { key: keys.email, value: email },
            { key: keys.organisation, value: details.organisation || notGiven },
            { key: keys.comingAs, value: details.comingAs || notGiven },
            { key: keys.wantsReport, value: details.wantsReport ? words.form.yes : words.form.no },
            { key: words.one.registeredAt, value: moment(registration.registeredAt, outline.timeZone) },
          ]}
        />
        {mayChange && state.kind !== 'cancelled' && <p>{words.one.cancelExplained}</p>}
        {mayChange && state.kind !== 'cancelled' && (
          <ButtonGroup>
            <Form action={`${base}/resend`}>
              <Button kind="quiet">{words.one.resend}</Button>
            </Form>
            <Form action={`${base}/cancel`}>
              <Button kind="danger">{words.one.cancel}</Button>
            </Form>
          </ButtonGroup>
        )}
      </>
    ),
  });
}
