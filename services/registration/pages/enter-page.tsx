import { viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, Form, Notice, Radios, TextInput, Tick } from '@convener/ui';
import type { Event } from '../domain/event.ts';
import { poolsFor, reservedOf } from '../domain/pools.ts';
import type { ListedRegistration } from '../domain/registration.ts';
import { words } from '../words.en.ts';
import { listWords } from '../words.list.en.ts';
import { organiseWords } from '../words.organise.en.ts';
import { enterForm, enterSupporterForm } from './enter-form.ts';
import { QuestionFields } from './question-fields.tsx';
import { questionsForm } from './questions-form.ts';
import { YesNo } from './register-page.tsx';

const own = organiseWords.enter;

export interface EnterPageView extends PageSetting {
  readonly event: Event;
  /** It is time to come in. */
  readonly mayLetIn?: boolean;
  /** The id that somebody without an address gets: sending the form twice registers once. */
  readonly newId: string;
  /** Those who are registered by the same name; the organiser says whether it is one of them. */
  readonly namesakes?: readonly ListedRegistration[];
  readonly state?: Parameters<typeof viewForm>[1];
}

/** The form by which an organiser registers somebody who phoned, wrote or asked in person. */
export function enterPage({ network, event, newId, mayLetIn = false, namesakes = [], state = {} }: EnterPageView): string {
  const { outline } = event;
  const { errors, field } = viewForm(enterForm, state);
  const { questions } = event.questions;
  const groups = reservedOf(event.places);
  const base = `/organise/events/${outline.eventId}/registrations`;
  return consolePage({
    network,
    title: own.title,
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    errors,
    main: (
      <Form action={`${base}/new`} hidden={{ newId }}>
        <h1>{own.title}</h1>
        <p>{own.explained}</p>
        {poolsFor(event.places, undefined).length === 0 && <Notice>{mayLetIn ? own.fullAtDoor : own.full}</Notice>}
        <Radios {...field('told')} label={own.told} options={ways.map((value) => ({ value, label: organiseWords.told[value] }))} />
        <TextInput {...field('name')} label={own.name} autocomplete="off" spellcheck={false} />
        {namesakes.length > 0 && <Namesakes namesakes={namesakes} base={base} tick={field('somebodyElse')} />}
        <TextInput {...field('email')} label={own.email} hint={own.emailHint} type="email" autocomplete="off" />
        <TextInput {...field('organisation')} label={own.organisation} autocomplete="off" />
        <TextInput {...field('comingAs')} label={own.comingAs} hint={own.comingAsHint} autocomplete="off" />
        {groups.length > 0 && (
          <Radios
            {...field('group')}
            label={own.group}
            options={[...groups.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: own.noGroup }]}
          />
        )}
        <YesNo {...field('wantsReport')} label={own.wantsReport} />
        {event.questions.asksSupporter && <EnterSupporter state={state} />}
        <QuestionFields questions={questions} field={viewForm(questionsForm(questions), state).field} all={questions} />
        <Tick {...field('asked')} label={own.asked} />
        <Button>{own.submit}</Button>
      </Form>
    ),
  });
}

/** Whether somebody comes with them, as an organiser writes it down. */
export function EnterSupporter({ state }: { readonly state: NonNullable<Parameters<typeof viewForm>[1]> }) {
  const { field } = viewForm(enterSupporterForm, state);
  return (
    <Radios
      {...field('supporter')}
      label={own.supporter}
      options={[
        {
          value: 'yes',
          label: words.form.yes,
          reveal: <TextInput {...field('supporterName')} label={own.supporterName} autocomplete="off" />,
        },
        { value: 'no', label: words.form.no },
      ]}
    />
  );
}

const ways = ['phone', 'post', 'in-person', 'email'] as const;

interface NamesakesProps extends Pick<Required<EnterPageView>, 'namesakes'> {
  readonly base: string;
  readonly tick: Omit<Parameters<typeof Tick>[0], 'label'>;
}

function Namesakes({ namesakes, base, tick }: NamesakesProps) {
  return (
    <>
      <Notice title={own.sameNameTitle}>
        <ul>
          {namesakes.map(({ registrationId, details, status, email, told }) => (
            <li key={registrationId}>
              <a href={`${base}/${registrationId}`}>{details.name}</a>{' '}
              {[listWords.list.statuses[status], details.organisation, email, organiseWords.told[told]].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      </Notice>
      <Tick {...tick} label={own.sameNameTick} />
    </>
  );
}
