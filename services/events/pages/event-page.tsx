import { type NetworkSettings, publicPage } from '@convener/http';
import { ButtonLink, Markdown, Notice, Quote, SummaryList } from '@convener/ui';
import { savedHtml } from '@convener/ui/safe-html';
import { longDate, shortTime, whenForAll, zoneBeside } from '@convener/writing/dates';
import { type ProvisionText, provisionText } from '@convener/writing/event-words';
import type { Event } from '../domain/event.ts';
import { dayAt } from '../domain/provisions.ts';
import { standingOf } from '../domain/standing.ts';
import { structuredData } from '../domain/structured-data.ts';
import { words } from '../words.en.ts';

export interface EventPageView {
  readonly network: NetworkSettings;
  readonly baseUrl: string;
  readonly event: Event;
  readonly now: Date;
}

/** One event for anybody: what, when, who speaks, what access it provides, and how to register. */
export function eventPage(view: EventPageView): string {
  const { event, network, baseUrl } = view;
  const { details } = event;
  return publicPage({
    network,
    title: details.title,
    robots: 'index',
    description: details.purpose || undefined,
    canonical: `${baseUrl}/events/${details.slug}`,
    jsonLd: structuredData(event, network.name, baseUrl, dayAt(view.now, event.timeZone)),
    backLink: { href: '/events', text: words.public.allEvents },
    main: (
      <>
        {details.series && <p class="eyebrow">{details.series}</p>}
        <h1>{details.title}</h1>
        {details.purpose && <p class="lead">{details.purpose}</p>}
        <Moved {...view} />
        <SummaryList rows={facts(event)} />
        <HowToRegister {...view} />
        {details.description && (
          <section aria-labelledby="about">
            <h2 id="about">{words.public.about}</h2>
            <Markdown html={savedHtml(details.descriptionHtml)} />
          </section>
        )}
        <Speakers event={event} />
        {details.question && (
          <section aria-labelledby="question">
            <h2 id="question">{words.public.question}</h2>
            <Quote>{details.question}</Quote>
          </section>
        )}
        <Provided {...view} />
        <Links event={event} />
      </>
    ),
  });
}

function facts(event: Event) {
  const { details, timeZone } = event;
  return [
    { key: words.public.when, value: whenForAll({ ...details, timeZone }) },
    { key: words.public.how, value: words.modes[details.mode] },
    ...(details.place ? [{ key: words.public.where, value: details.place }] : []),
  ];
}

function HowToRegister({ event, now }: EventPageView) {
  const { details, timeZone } = event;
  const standing = standingOf(event, now);
  const moment = (instant: string) =>
    `${longDate(instant, timeZone)}, ${shortTime(instant, timeZone)}${zoneBeside({ ...details, timeZone })}`;
  switch (standing.kind) {
    case 'cancelled':
      return <Notice kind="warning">{words.public.cancelled}</Notice>;
    case 'over':
      return (
        <Notice>
          {words.public.over} <a href="/reports/">{words.public.reports}</a>
        </Notice>
      );
    case 'not-yet':
      return (
        <Notice>
          {words.public.opens} {moment(standing.opensAt)}.
        </Notice>
      );
    case 'closed':
      return <Notice>{words.public.closed}</Notice>;
    case 'open':
      return (
        <>
          <p>
            <ButtonLink href={`/events/${details.slug}/register`}>{words.public.register}</ButtonLink>
          </p>
          <p>
            {words.public.closes} {moment(standing.closesAt)}. {words.public.placesAre(details.capacity)}
          </p>
          <p>
            <a href="/registrations/resend">{words.public.registerAgain}</a>
          </p>
        </>
      );
  }
}

/** Said until the event is over: somebody may have the first time in their diary. */
function Moved({ event: { publishedAs, details, timeZone, state }, now }: EventPageView) {
  if (!publishedAs || publishedAs.startsAt === details.startsAt || state.kind !== 'published') return null;
  if (Date.parse(details.endsAt) <= now.getTime()) return null;
  return (
    <Notice kind="warning">
      {words.public.timeMoved} {longDate(publishedAs.startsAt, timeZone)}, {shortTime(publishedAs.startsAt, timeZone)}
      {zoneBeside({ ...details, timeZone })}.
    </Notice>
  );
}

function Speakers({ event }: { readonly event: Event }) {
  if (event.speakers.length === 0) return null;
  return (
    <section aria-labelledby="speakers">
      <h2 id="speakers">{words.public.speakers}</h2>
      <ul>
        {event.speakers.map((speaker) => (
          <li key={speaker.id}>
            <strong>{speaker.name}</strong>
            {[speaker.role, speaker.organisation].filter(Boolean).map((part) => `, ${part}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Provided({ event, now }: EventPageView) {
  const standing = standingOf(event, now).kind;
  const isAhead = standing !== 'over';
  // What was never settled was not provided.
  if (standing === 'cancelled') return null;
  const shown = isAhead ? event.provisions : event.provisions.filter(({ knownBy }) => knownBy === undefined);
  if (shown.length === 0 && !isAhead) return null;
  return (
    <section aria-labelledby="provided">
      <h2 id="provided">{isAhead ? (shown.length > 0 ? words.public.provided : words.public.support) : words.public.wasProvided}</h2>
      {shown.length > 0 && (
        <ul>
          {shown.map((provision) => (
            <ProvisionItem key={provision.kind} {...provisionText(provision, dayAt(now, event.timeZone))} />
          ))}
        </ul>
      )}
      {isAhead && <p>{shown.length > 0 ? words.public.ask : words.public.askFirst}</p>}
    </section>
  );
}

function ProvisionItem({ what, awaited }: ProvisionText) {
  return (
    <li>
      {what}
      {awaited && (
        <>
          . <em>{awaited}</em>
        </>
      )}
    </li>
  );
}

function Links({ event }: { readonly event: Event }) {
  if (event.links.length === 0) return null;
  return (
    <section aria-labelledby="links">
      <h2 id="links">{words.public.links}</h2>
      <ul>
        {event.links.map((link) => (
          <li key={link.url}>
            <a href={link.url}>{link.label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
