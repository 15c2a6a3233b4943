import { type ConsolePage, consolePage, type PageSetting, type PublicPage, publicPage } from '@convener/http';
import { provisionText } from '@convener/writing/event-words';
import { dayIn } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
import { words } from '../words.en.ts';
import { AccessSections, type AccessSectionsProps } from './access-sections.tsx';

/** The title is the same whatever somebody said, or whether they did: titles stay in a browser's history. */
export function accessFrame({ network, main, errors }: PageSetting & Pick<PublicPage, 'main' | 'errors'>): string {
  return publicPage({
    network,
    title: words.title,
    backLink: { href: '/my-place', text: words.back },
    errors,
    main,
  });
}

export interface AccessConsole extends PageSetting, Pick<ConsolePage, 'title' | 'errors' | 'main'> {
  /** Whose access it is about; none where it is about the whole network. */
  readonly event?: Pick<EventOutline, 'eventId' | 'title'> | undefined;
  /** Where the page is a part of its own: which, and what whoever reads may open. */
  readonly part?: Omit<AccessSectionsProps, 'eventId'> | undefined;
  readonly section?: ConsolePage['section'];
}

/** The frame of every page about access in the console. */
export function accessConsole({ event, part, section = 'events', main, ...page }: AccessConsole): string {
  return consolePage({
    ...page,
    section,
    event: event && { id: event.eventId, title: event.title, tab: 'access' },
    main: (
      <>
        {event && part && <AccessSections eventId={event.eventId} {...part} />}
        {main}
      </>
    ),
  });
}

interface ProvidedProps {
  readonly event: EventOutline;
  readonly now?: Date;
  /** What it says where nothing is announced. */
  readonly none?: string;
}

/** What the event provides for everybody, before anybody is asked anything. */
export function Provided({ event, now, none = words.provided.none }: ProvidedProps) {
  const provisions = event.provisions.map((provision) => provisionText(provision, now ? dayIn(now, event.timeZone) : ''));
  return (
    <section aria-labelledby="provided">
      <h2 id="provided">{words.provided.title}</h2>
      {event.provisions.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {provisions.map(({ what, awaited }) => (
            <li key={what}>
              {what}
              {awaited && `. ${awaited}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Somebody's words, line by line as they wrote them. */
export function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, position) => (
          <p key={position}>{line}</p>
        ))}
    </>
  );
}
