import { fill, viewForm } from '@convener/forms';
import { consolePage, type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, DateInput, Form, Notice, Radios, SummaryList, Table, Tick } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import type { Event } from '../domain/event.ts';
import type { MyPlace } from '../domain/my-place.ts';
import { latestDay, listIsOn, mayBeAsked, type Participant } from '../domain/participants.ts';
import { words } from '../words.en.ts';
import { participantWords } from '../words.participants.en.ts';
import { choiceForm, participantListForm } from './participants-form.ts';

const toPlace = { href: '/my-place', text: words.yourPlace };

/** A day without a zone, as people write it. */
function dayWords(day: string): string {
  return plainDate(`${day}T12:00:00.000Z`, 'UTC');
}

/** On somebody's own place: that they are asked, what they said, and the way to the list. Nothing where there is none. */
export function ParticipantsOnPlace({ place, now }: { readonly place: MyPlace; readonly now: Date }) {
  const { event, status, registration } = place;
  const setting = event.participantList;
  if (!setting || status === 'cancelled' || !mayBeAsked(event, now)) return null;
  const own = participantWords.place;
  const on = listIsOn(event, now);
  return (
    <>
      <h2>{own.heading}</h2>
      <p>
        {own.asked} {on ? own.until(dayWords(setting.until)) : own.from(dayWords(setting.from), dayWords(setting.until))}
      </p>
      <p>{registration.shownToOthers?.words === participantWords.consent.version ? own.shown : own.notShown}</p>
      <ButtonGroup>
        <ButtonLink href="/my-place/participants/choice" kind="quiet">
          {own.choose}
        </ButtonLink>
        {on && status === 'confirmed' && (
          <ButtonLink href="/my-place/participants" kind="quiet">
            {own.see}
          </ButtonLink>
        )}
      </ButtonGroup>
    </>
  );
}

export interface ChoicePageView extends PageSetting {
  readonly place: MyPlace;
  readonly state?: Parameters<typeof viewForm>[1];
}

/** Asks one thing; not ticked until somebody ticks it. */
export function choicePage({ network, place, state }: ChoicePageView): string {
  const { details, shownToOthers } = place.registration;
  const agreed = shownToOthers?.words === participantWords.consent.version;
  const { errors, field } = viewForm(choiceForm, state ?? { kept: fill(choiceForm, { shown: agreed }) });
  const { label, hint } = participantWords.consent;
  const { keys, notGiven } = words;
  return publicPage({
    network,
    title: participantWords.choice.title,
    errors,
    backLink: toPlace,
    main: (
      <Form action="/my-place/participants/choice">
        <h1>{participantWords.choice.title}</h1>
        <p>{participantWords.choice.details}</p>
        <SummaryList
          rows={[
            { key: keys.name, value: details.name },
            { key: keys.organisation, value: details.organisation || notGiven },
            { key: keys.comingAs, value: details.comingAs || notGiven },
          ]}
        />
        <Tick {...field('shown')} label={label} hint={hint} />
        <Button>{participantWords.choice.submit}</Button>
      </Form>
    ),
  });
}

/** Those who come and agreed to be seen. */
export function participantsPage({ network, participants }: PageSetting & { readonly participants: readonly Participant[] }): string {
  const { title, text, caption, columns, empty, choose } = participantWords.list;
  return publicPage({
    network,
    title,
    backLink: toPlace,
    main: (
      <>
        <h1>{title}</h1>
        <p>{text}</p>
        <Table
          id="participants"
          caption={caption}
          columns={[{ heading: columns.name }, { heading: columns.organisation }, { heading: columns.comingAs }]}
          rows={participants.map(({ name, organisation, comingAs }) => [name, organisation, comingAs])}
          empty={empty}
        />
        <p>
          <a href="/my-place/participants/choice">{choose}</a>
        </p>
      </>
    ),
  });
}

export interface SettingPageView extends PageSetting {
  readonly event: Event;
  readonly state?: Parameters<typeof viewForm>[1];
  /** Said once, after it was saved. */
  readonly saved?: boolean;
}

/** An organiser turns the list on for some days, or off. */
export function participantListPage({ network, event, state, saved }: SettingPageView): string {
  const { outline, participantList: setting } = event;
  const own = participantWords.setting;
  const form = participantListForm(latestDay(event));
  const { errors, field } = viewForm(form, state ?? { kept: fill(form, { shown: setting !== undefined, ...setting }) });
  const list = `/organise/events/${outline.eventId}/registrations`;
  return consolePage({
    network,
    title: own.title,
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    errors,
    main: (
      <>
        {saved && <Notice kind="success">{own.saved}</Notice>}
        <p>
          <a href={list}>{own.back}</a>
        </p>
        <Form action={`${list}/participants`}>
          <h1>{own.title}</h1>
          <p>{own.text}</p>
          <Radios
            {...field('shown')}
            label={own.shown}
            options={[
              {
                value: 'yes',
                label: words.form.yes,
                reveal: (
                  <>
                    <DateInput {...field('from')} label={own.from} />
                    <DateInput {...field('until')} label={own.until} hint={own.latest(dayWords(latestDay(event)))} />
                  </>
                ),
              },
              { value: 'no', label: words.form.no },
            ]}
          />
          <Button>{own.submit}</Button>
        </Form>
      </>
    ),
  });
}
