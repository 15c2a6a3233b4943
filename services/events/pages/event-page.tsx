import { type NetworkSettings, publicPage } from '@convener/http';
import { ButtonLink, Markdown, Notice, Quote, SummaryList } from '@convener/ui';
import { savedHtml } from '@convener/ui/safe-html';
import { longDate, shortTime } from '@convener/writing/dates';
import { timeSpan } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import { registrationWindow } from '../domain/registration-window.ts';
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
    jsonLd: structuredData(event, network.name, baseUrl),
    backLink: { href: '/events', text: words.public.allEvents },
    main: (
      <>
        {details.series && <p class="eyebrow">{details.series}</p>}
        <h1>{details.title}</h1>
        {details.purpose && <p class="lead">{details.purpose}</p>}
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
    { key: words.public.when, value: `${longDate(details.startsAt, timeZone)}, ${timeSpan(details.startsAt, details.endsAt, timeZone)}` },
    { key: words.public.how, value: words.modes[details.mode] },
    ...(details.place ? [{ key: words.public.where, value: details.place }] : []),
  ];
}

function HowToRegister({ event, now }: EventPageView) {
  const { details, timeZone } = event;
  if (event.state.kind === 'cancelled') return <Notice kind="warning">{words.public.cancelled}</Notice>;
  if (Date.parse(details.endsAt) <= now.getTime()) {
    return (
      <Notice>
        {words.public.over} <a href="/reports/">{words.public.reports}</a>
      </Notice>
    );
  }
  const window = registrationWindow(details, now);
  const moment = (instant: string) => `${longDate(instant, timeZone)}, ${shortTime(instant, timeZone)}`;
  switch (window.kind) {
    case 'not-yet':
      return (
        <Notice>
          {words.public.opens} {moment(window.opensAt)}.
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
            {words.public.closes} {moment(window.closesAt)}. <a href="/registrations/resend">{words.public.registerAgain}</a>
          </p>
        </>
      );
  }
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
  const isAhead = event.state.kind === 'published' && Date.parse(event.details.endsAt) > now.getTime();
  if (event.provisions.length === 0 && !isAhead) return null;
  return (
    <section aria-labelledby="provided">
      <h2 id="provided">{words.public.provided}</h2>
      {event.provisions.length > 0 && (
        <ul>
          {event.provisions.map((provision) => (
            <li key={provision.kind}>
              {provision.kind === 'other' ? provision.detail : words.provisions[provision.kind]}
              {provision.kind !== 'other' && provision.detail ? `: ${provision.detail}` : ''}
            </li>
          ))}
        </ul>
      )}
      {isAhead && <p>{words.public.ask}</p>}
    </section>
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
