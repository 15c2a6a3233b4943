import { type PageSetting, type PublicPage, publicPage } from '@convener/http';
import { provisionText } from '@convener/writing/event-words';
import { dayIn } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
import { words } from '../words.en.ts';

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
              {awaited && ` ${awaited}`}
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
