import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonLink, Form, Notice, SummaryList, Tag, type Tone } from '@convener/ui';
import type { Answers } from '../domain/answers.ts';
import { answersMayChange, type MyPlace } from '../domain/my-place.ts';
import type { Details, Status } from '../domain/registration.ts';
import { joinWords } from '../words.attendance.en.ts';
import { words as dataWords } from '../words.data.en.ts';
import { words } from '../words.en.ts';
import { participantWords } from '../words.participants.en.ts';
import { placeWords } from '../words.place.en.ts';
import { supporterWords } from '../words.questions.en.ts';
import { OwnAnswers } from './answers-page.tsx';
import { EventFacts } from './event-facts.tsx';
import { OfferOnPlace } from './offer-page.tsx';
import { ParticipantsOnPlace } from './participants-pages.tsx';

const tones: Record<Status, Tone> = {
  pending: 'attention',
  confirmed: 'good',
  waitlisted: 'attention',
  offered: 'attention',
  cancelled: 'bad',
};

export interface MyPlaceView extends PageSetting {
  readonly place: MyPlace;
  /** Their own, the sensitive ones too. */
  readonly answers: Answers;
  readonly joiningHours: number;
  /** Said once, after a change of details. */
  readonly saved?: boolean;
  /** Said once, after they chose whether others may see them. */
  readonly chosen?: boolean;
  readonly now: Date;
}

/** Somebody's own place: where they stand, the event and the way in, what they can do, and then what they told us. */
export function myPlacePage(view: MyPlaceView): string {
  const { network, place } = view;
  const { outline } = place.event;
  return publicPage({
    network,
    title: `${placeWords.place.statuses[place.status]}: ${outline.title}`,
    main: (
      <>
        {view.chosen && <Notice kind="success">{participantWords.place.chosen}</Notice>}
        {view.saved && <Notice kind="success">{placeWords.place.saved}</Notice>}
        <p>
          <Tag tone={tones[place.status]}>{placeWords.place.statuses[place.status]}</Tag>
        </p>
        <h1>{outline.title}</h1>
        <p class="lead">{placeWords.place.hello(place.registration.details.name)}</p>
        <p>{standingWords(place)}</p>
        <OfferOnPlace outline={outline} standing={place.offer} />
        <h2>{placeWords.place.facts}</h2>
        <EventFacts outline={outline} />
        {place.status !== 'cancelled' && !isOver(view) && (
          <p>
            <a href="/my-place/calendar.ics">{placeWords.place.calendar}</a>
          </p>
        )}
        <Joining {...view} />
        {place.status !== 'cancelled' && <WhatNext {...view} />}
        <ParticipantsOnPlace place={place} now={view.now} />
        {!isOver(view) && <Leaving place={place} />}
        <OwnDetails place={place} />
        <OwnAnswers place={place} answers={view.answers} mayChange={answersMayChange(place, view.now)} />
        <OwnInformation place={place} />
      </>
    ),
  });
}

function standingWords({ registration, status, position, event }: MyPlace): string {
  switch (status) {
    case 'pending':
      return placeWords.place.pending;
    case 'confirmed':
      return placeWords.place.confirmed;
    case 'waitlisted':
      return placeWords.place.position(position ?? 1);
    case 'offered':
      return placeWords.place.offered;
    case 'cancelled':
      return placeWords.place.cancelledBy[
        event.places.calledOffAt ? 'event' : registration.state.kind === 'cancelled' ? registration.state.by : 'lapsed'
      ];
  }
}

function Joining({ place, joiningHours }: MyPlaceView) {
  const { joining, status, event } = place;
  if (status !== 'confirmed') return null;
  if (!joining) {
    if (event.outline.mode === 'in-person') return null;
    return <p>{placeWords.place.joiningLater(joiningHours)}</p>;
  }
  return (
    <section id="joining" aria-labelledby="joining-heading">
      <h2 id="joining-heading">{placeWords.place.joining}</h2>
      {joining.link && (
        <Form action="/my-place/join">
          <Button>{joinWords.button}</Button>
          <p class="hint">{joinWords.noted}</p>
        </Form>
      )}
      {joining.instructions.split('\n\n').map((paragraph) => paragraph && <p key={paragraph}>{paragraph}</p>)}
    </section>
  );
}

function isOver({ place, now }: Pick<MyPlaceView, 'place' | 'now'>): boolean {
  return now.toISOString() >= place.event.outline.endsAt;
}

/** The same for everybody who has a place, whatever they told or did not: that a link is there tells nothing. */
function WhatNext({ place, now }: MyPlaceView) {
  const over = isOver({ place, now });
  return (
    <>
      <h2>{over ? placeWords.place.after : placeWords.place.support}</h2>
      {!over && <p>{placeWords.place.supportText}</p>}
      <ul>
        <li>
          <a href="/my-place/access">{over ? placeWords.place.afterwardsLink : placeWords.place.supportLink}</a>
        </li>
        <li>
          <a href={`/equality/${place.event.outline.eventId}`}>{placeWords.place.equalityLink}</a>
        </li>
      </ul>
    </>
  );
}

/** An offered place is declined where it is offered. */
function Leaving({ place: { status } }: { readonly place: MyPlace }) {
  if (status === 'cancelled' || status === 'offered') return null;
  const waits = status === 'waitlisted';
  return (
    <>
      <h2>{waits ? placeWords.place.leavingLine : placeWords.place.leaving}</h2>
      <p>{waits ? placeWords.place.leavingLineText : placeWords.place.leavingText}</p>
      <p>
        <ButtonLink href="/my-place/cancel" kind="quiet">
          {waits ? placeWords.place.leaveLine : placeWords.place.cancel}
        </ButtonLink>
      </p>
    </>
  );
}

function whoComesAlong({ supporter }: Details): string {
  return supporter ? supporter.name || supporterWords.yes : supporterWords.no;
}

function OwnDetails({ place }: { readonly place: MyPlace }) {
  const { details, email } = place.registration;
  const { keys, notGiven } = words;
  const action = place.status === 'cancelled' ? undefined : { href: '/my-place/details', text: placeWords.place.change };
  return (
    <>
      <h2>{placeWords.place.yourDetails}</h2>
      <SummaryList
        rows={[
          { key: keys.name, value: details.name, action },
          { key: keys.email, value: email },
          { key: keys.organisation, value: details.organisation || notGiven, action },
          { key: keys.comingAs, value: details.comingAs || notGiven, action },
          ...(place.event.questions.asksSupporter || details.supporter
            ? [{ key: supporterWords.key, value: whoComesAlong(details), action }]
            : []),
          { key: keys.wantsReport, value: details.wantsReport ? words.form.yes : words.form.no, action },
          { key: keys.format, value: placeWords.place.formats[details.format], action },
        ]}
      />
    </>
  );
}

function OwnInformation({ place }: { readonly place: MyPlace }) {
  return (
    <>
      <h2>{placeWords.place.more}</h2>
      <ul>
        {place.status === 'cancelled' && !place.event.places.calledOffAt && (
          <li>
            <a href={`/events/${place.event.outline.slug}/register`}>{words.form.titleFor(place.event.outline.title)}</a>
          </li>
        )}
        <li>
          <a href="/my-place/data">{dataWords.link}</a>
        </li>
        <li>
          <a href="/my-place/delete">{placeWords.place.delete}</a>
        </li>
      </ul>
      <Form action="/my-place/sign-out">
        <Button kind="quiet">{placeWords.place.signOut}</Button>
      </Form>
    </>
  );
}
