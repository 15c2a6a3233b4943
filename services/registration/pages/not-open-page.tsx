import { type PageSetting, publicPage } from '@convener/http';
import { ButtonLink } from '@convener/ui';
import { momentForAll } from '../domain/dates.ts';
import type { EventOutline, Openness } from '../domain/event.ts';
import { words } from '../words.en.ts';
import { linkWords } from '../words.links.en.ts';
import { Entered, type EnteredView } from './entered.tsx';
import { EventFacts } from './event-facts.tsx';
import { WriteToUs } from './write-to-us.tsx';

export type NotOpen = Exclude<Openness, { kind: 'open' | 'full' }>;

/** Why nobody can register now, and what to do instead. */
export function notOpenPage({
  network,
  outline,
  openness,
  entered,
}: PageSetting & {
  readonly outline: EventOutline;
  readonly openness: NotOpen;
  /** Of a form that came too late, or too early. */
  readonly entered?: EnteredView | undefined;
}): string {
  const { title, text } = notOpenWords(openness, outline);
  return publicPage({
    network,
    title,
    backLink: { href: `/events/${outline.slug}`, text: words.back },
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{outline.title}</p>
        <p>
          {text} {openness.kind === 'closed' && <WriteToUs network={network} reason={linkWords.closed.closed.stillCome} />}
        </p>
        <EventFacts outline={outline} />
        {entered && <Entered {...entered} />}
        {openness.kind !== 'not-yet' && (
          <p>
            {linkWords.closed.haveRegistered} <a href={`/registrations/resend?event=${outline.slug}`}>{linkWords.closed.askForLink}</a>.
          </p>
        )}
        <p>
          <ButtonLink href="/events">{linkWords.closed.seeEvents}</ButtonLink>
        </p>
      </>
    ),
  });
}

export function notOpenWords(openness: NotOpen, outline: EventOutline): { readonly title: string; readonly text: string } {
  if (openness.kind !== 'not-yet') return linkWords.closed[openness.kind];
  return { title: linkWords.closed['not-yet'].title, text: linkWords.closed['not-yet'].text(momentForAll(openness.opensAt, outline)) };
}
