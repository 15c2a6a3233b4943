import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonLink, Form, Notice, SummaryList, type SummaryRow } from '@convener/ui';
import type { Answers } from '../domain/answers.ts';
import { groupsToChoose } from '../domain/decide-group.ts';
import { joiningOpensAt } from '../domain/event.ts';
import { answersMayChange, type MyPlace } from '../domain/my-place.ts';
import { groupCalled } from '../domain/pools.ts';
import type { Details } from '../domain/registration.ts';
import { joinWords } from '../words.attendance.en.ts';
import { words as dataWords } from '../words.data.en.ts';
import { words } from '../words.en.ts';
import { offerWords } from '../words.offers.en.ts';
import { participantWords } from '../words.participants.en.ts';
import { placeWords } from '../words.place.en.ts';
import { supporterWords } from '../words.questions.en.ts';
import { OwnAnswers } from './answers-page.tsx';
import { EventFacts } from './event-facts.tsx';
import { OfferOnPlace } from './offer-page.tsx';
import { ParticipantsOnPlace } from './participants-pages.tsx';
import { mayRegister, Standing, StatusTag, statusWords } from './place-standing.tsx';

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
    title: `${statusWords(place)}: ${outline.title}`,
    main: (
      <>
        {view.chosen && <Notice kind="success">{participantWords.place.chosen}</Notice>}
        {view.saved && <Notice kind="success">{placeWords.place.saved}</Notice>}
        <p>
          <StatusTag place={place} />
        </p>
        <h1>{outline.title}</h1>
        <p class="lead">{placeWords.place.hello(place.registration.details.name)}</p>
        <Standing network={network} place={place} now={view.now} />
        <OfferOnPlace outline={outline} standing={place.offer} />
        <h2>{placeWords.place.facts}</h2>
        <EventFacts outline={outline} />
        {place.status !== 'cancelled' && !lineIsOver(place) && place.phase !== 'over' && (
          <p>
            <a href="/my-place/calendar.ics">{placeWords.place.calendar}</a>
          </p>
        )}
        <Joining {...view} />
        {place.status !== 'cancelled' && !lineIsOver(place) && <WhatNext place={place} />}
        <ParticipantsOnPlace place={place} now={view.now} />
        {!lineIsOver(place) && place.phase !== 'over' && <Leaving place={place} />}
        <OwnDetails place={place} />
        <OwnAnswers place={place} answers={view.answers} mayChange={answersMayChange(place, view.now)} />
        <OwnInformation place={place} now={view.now} />
      </>
    ),
  });
}

/** The way in, or from when it is here; after the end there is none. */
function Joining({ place, joiningHours, now }: MyPlaceView) {
  const { joining, status, event, phase } = place;
  if (status !== 'confirmed' || phase === 'over') return null;
  if (!joining) {
    if (event.outline.mode === 'in-person') return null;
    const isTime = now.toISOString() >= joiningOpensAt(event.outline, joiningHours);
    return <p>{isTime ? placeWords.place.joiningSoon : placeWords.place.joiningLater(joiningHours)}</p>;
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

/** Nobody is called up after the start: whoever still waits then had no place. */
function lineIsOver({ status, phase }: MyPlace): boolean {
  return (phase !== 'ahead' && (status === 'waitlisted' || status === 'offered')) || (phase === 'over' && status === 'pending');
}

/** The same for everybody who has a place, whatever they told or did not: that a link is there tells nothing. */
function WhatNext({ place }: { readonly place: MyPlace }) {
  const over = place.phase === 'over';
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
function Leaving({ place: { status, phase } }: { readonly place: MyPlace }) {
  if (status === 'cancelled' || status === 'offered') return null;
  const waits = status === 'waitlisted';
  return (
    <>
      <h2>{waits ? placeWords.place.leavingLine : placeWords.place.leaving}</h2>
      <p>
        {waits ? placeWords.place.leavingLineText : phase === 'ahead' ? placeWords.place.leavingText : placeWords.place.leavingTextBegun}
      </p>
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

/** Where places are kept for some: the group that they chose, or none. */
function groupRow({ registration: { group }, event: { places } }: MyPlace, action: SummaryRow['action']): readonly SummaryRow[] {
  if (groupsToChoose(places, group).length === 0) return [];
  return [{ key: offerWords.group.key, value: groupCalled(places, group)?.name ?? offerWords.group.none, action }];
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
          ...groupRow(place, action),
          { key: keys.wantsReport, value: details.wantsReport ? words.form.yes : words.form.no, action },
          { key: keys.format, value: placeWords.place.formats[details.format], action },
        ]}
      />
    </>
  );
}

function OwnInformation({ place, now }: { readonly place: MyPlace; readonly now: Date }) {
  return (
    <>
      <h2>{placeWords.place.more}</h2>
      <ul>
        {mayRegister(place, now) && (
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
