import type { FieldError } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { consolePage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Notice, SummaryList, Tag } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import { type Task, tasksOf } from '../domain/history.ts';
import { groupCalled } from '../domain/pools.ts';
import type { Registration } from '../domain/registration.ts';
import { words } from '../words.en.ts';
import { listWords } from '../words.list.en.ts';
import { oneWords } from '../words.one.en.ts';
import { organiseWords } from '../words.organise.en.ts';
import { GivenAnswers } from './given-answers.tsx';
import { statusTones } from './list-cell.tsx';
import { History } from './registration-history.tsx';

const own = oneWords;
const doneWords = { ...listWords.one.done, ...own.done };
export type RegistrationDone = keyof typeof doneWords;

export interface RegistrationView extends PageSetting {
  readonly event: Event;
  readonly registration: Registration;
  /** From when the joining details are shown; undefined where there are none to show. */
  readonly joiningFrom: string | undefined;
  readonly mayChange: boolean;
  /** It is time to come in. */
  readonly mayLetIn: boolean;
  /** Roles of whoever looks. */
  readonly roles: readonly string[];
  /** What was wrong with what was pressed. */
  readonly errors?: readonly FieldError[];
  /** Said once, after something was done. */
  readonly done: RegistrationDone | undefined;
}

export function doneOf(given: string | null): RegistrationDone | undefined {
  return given !== null && isDone(given) ? given : undefined;
}

function isDone(given: string): given is RegistrationDone {
  return Object.hasOwn(doneWords, given);
}

/** One registration for organisers: how it stands, what is to be done about it, what happened. */
export function registrationPage(view: RegistrationView): string {
  const { network, event, registration, mayChange, done } = view;
  const { outline } = event;
  const list = `/organise/events/${outline.eventId}/registrations`;
  const base = `${list}/${registration.registrationId}`;
  return consolePage({
    network,
    title: listWords.one.title,
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    errors: view.errors ?? [],
    main: (
      <>
        {done && <Notice kind={done === 'exists' || done === 'late' ? 'info' : 'success'}>{doneWords[done]}</Notice>}
        <p>
          <a href={list}>{listWords.one.back}</a>
        </p>
        <h1>{registration.details.name}</h1>
        <Held {...view} />
        <GivenAnswers registration={registration} asked={event.questions} roles={view.roles} />
        <Tasks {...view} />
        {mayChange && <AnswerFor registration={registration} base={base} />}
        {mayChange && view.mayLetIn && <LetIn {...view} />}
        {mayChange && <Actions registration={registration} base={base} waiting={event.places.waiting} />}
        <h2>{own.history}</h2>
        <History {...view} />
      </>
    ),
  });
}

function Held({ event, registration }: RegistrationView) {
  const { details, state, email, told = 'form', shownToOthers, registeredAt, group } = registration;
  const { keys, notGiven } = words;
  return (
    <SummaryList
      rows={[
        { key: listWords.one.status, value: <Tag tone={statusTones[state.kind]}>{listWords.list.statuses[state.kind]}</Tag> },
        { key: keys.email, value: email || organiseWords.list.noAddress },
        { key: keys.organisation, value: details.organisation || notGiven },
        { key: keys.comingAs, value: details.comingAs || notGiven },
        ...(group ? [{ key: own.group, value: groupCalled(event.places, group)?.name ?? group }] : []),
        { key: organiseWords.list.columns.wantsReport, value: details.wantsReport ? words.form.yes : words.form.no },
        { key: own.told, value: organiseWords.told[told] },
        { key: own.shown, value: shownToOthers ? words.form.yes : words.form.no },
        { key: listWords.one.registeredAt, value: moment(registeredAt, event.outline.timeZone) },
      ]}
    />
  );
}

/** For somebody whom no letter reaches: a list for whoever picks up the phone. */
function Tasks({ event, registration, joiningFrom }: RegistrationView) {
  const tasks = tasksOf(registration, joiningFrom);
  if (tasks.length === 0) return null;
  return (
    <Notice title={own.tasks}>
      <p>{own.tasksExplained}</p>
      <ul>
        {tasks.map((task) => (
          <li key={task.kind}>{taskWords(task, event.outline.timeZone)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function taskWords(task: Task, timeZone: string): string {
  switch (task.kind) {
    case 'joining':
      return own.task.joining(moment(task.from, timeZone));
    default:
      return own.task[task.kind];
  }
}

/** Somebody who phones, or who cannot open the link: the organiser presses for them. */
function AnswerFor({ registration, base }: Pick<RegistrationView, 'registration'> & { readonly base: string }) {
  if (registration.state.kind !== 'offered') return null;
  return (
    <Form action={`${base}/offer`} label={own.answer.heading}>
      <h2>{own.answer.heading}</h2>
      <ButtonGroup>
        <Button name="answer" value="take">
          {own.answer.take}
        </Button>
        <Button name="answer" value="decline" kind="quiet">
          {own.answer.decline}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

/** Whoever waits at the door: it counts no place, so that none is given twice. */
function LetIn({ event, registration }: RegistrationView) {
  if (registration.state.kind !== 'waitlisted' || registration.attended) return null;
  return (
    <Form action={`/organise/events/${event.outline.eventId}/attendance`} hidden={{ here: registration.registrationId }}>
      <p>{own.letIn.explained}</p>
      <Button>{own.letIn.button}</Button>
    </Form>
  );
}

interface ActionsProps extends Pick<RegistrationView, 'registration'> {
  readonly base: string;
  /** How many wait for the event. */
  readonly waiting: number;
}

function Actions({ registration, base, waiting }: ActionsProps) {
  if (registration.state.kind === 'cancelled') return null;
  return (
    <ButtonGroup>
      <ButtonLink href={`${base}/edit`} kind="quiet">
        {own.edit}
      </ButtonLink>
      {registration.state.kind === 'waitlisted' && waiting > 1 && (
        <ButtonLink href={`${base}/move`} kind="quiet">
          {own.move}
        </ButtonLink>
      )}
      {registration.email && (
        <ButtonLink href={`${base}/letter`} kind="quiet">
          {own.write}
        </ButtonLink>
      )}
      {registration.email && (
        <Form action={`${base}/resend`}>
          <Button kind="quiet">{listWords.one.resend}</Button>
        </Form>
      )}
      <ButtonLink href={`${base}/cancel`} kind="danger">
        {listWords.one.cancel}
      </ButtonLink>
    </ButtonGroup>
  );
}
